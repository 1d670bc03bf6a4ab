package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import fr.gouv.apprentissage.bal.passerelle.plan.Racine;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a plan: reads, then says what it would disclose, then writes. */
final class Execution {

    private final Plan plan;
    private final Operation operation;
    private final Appelant appelant;
    private final IndexAveugles index;
    private final Pseudonymes pseudonymes;
    private final Lecture lecture;
    private final List<Arguments> arguments;
    private List<ResultatDeRacine> lus = List.of();

    Execution(
            Plan plan,
            Operation operation,
            IndexAveugles index,
            Pseudonymes pseudonymes,
            Pool pool,
            Map<String, Map<String, Object>> arguments) {
        this.plan = plan;
        this.operation = operation;
        this.appelant = operation.appelant();
        this.index = index;
        this.pseudonymes = pseudonymes;
        this.lecture = new Lecture(plan, pool);
        this.arguments = plan.racines().stream()
                .map(racine -> arguments(racine, arguments.get(racine.cle())))
                .toList();
    }

    /** Reads every root field. */
    Future<Void> lis() {
        var lectures = new ArrayList<Future<ResultatDeRacine>>();
        for (int i = 0; i < arguments.size(); i++) {
            lectures.add(lecture.lis(plan.racines().get(i), arguments.get(i)));
        }
        return Future.join(lectures).map(tout -> {
            lus = lectures.stream().map(Future::result).toList();
            return null;
        });
    }

    /** What the answer discloses; empty: nothing that must be written down. */
    Optional<Divulgation> divulgation(byte[] empreinteOperation) {
        var bilan = new Bilan(plan);
        for (int i = 0; i < lus.size(); i++) {
            bilan.ajoute(plan.racines().get(i), lecture.resultats(), lus.get(i));
        }
        return bilan.divulgation(operation, empreinteOperation);
    }

    /** About how many sealed values the answer opens. */
    int valeursScellees() {
        return plan.racines().stream()
                .mapToInt(racine -> valeursScellees(racine.noeud()))
                .sum();
    }

    /** Opens, masks, writes. */
    Reponse ecris(Ouvreur ouvreur, Map<String, Object> extensions) {
        var constats = new Constats(plan);
        var racines = new LinkedHashMap<String, String>();
        for (int i = 0; i < lus.size(); i++) {
            var racine = plan.racines().get(i);
            var ecriture = new Ecriture(appelant, lecture.resultats(), ouvreur, pseudonymes, constats);
            racines.put(racine.cle(), new EcritureDeRacine(ecriture).ecris(racine, lus.get(i)));
        }
        var erreurs = new ArrayList<Erreur>(Refusees.champs(plan));
        erreurs.addAll(constats.erreurs());
        return new Reponse(racines, List.copyOf(erreurs), extensions, false);
    }

    private int valeursScellees(Noeud noeud) {
        if (noeud instanceof Noeud.Changements) {
            return 0;
        }
        int lignes = 0;
        for (var lues : lecture.resultats().lignes(noeud).values()) {
            lignes += lues.size();
        }
        int valeurs = 0;
        for (var champ : noeud.champs()) {
            valeurs += champ instanceof ChampEcrit.Scelle ? lignes : 0;
        }
        for (var enfant : noeud.enfants()) {
            valeurs += valeursScellees(enfant.noeud());
        }
        return valeurs;
    }

    private Arguments arguments(Racine racine, Map<String, Object> valeurs) {
        if (racine instanceof Racine.Page page) {
            verifie(page, valeurs);
            var demandee = Page.de(racine.nom(), appelant.client(), appelant.finalite(), valeurs, pseudonymes);
            return new Arguments(page.type(), appelant.client(), valeurs, demandee, index, pseudonymes, new Long[0]);
        }
        var type = racine.noeud() instanceof Noeud.Personnes ? "Personne" : "Contrat";
        var parents = pseudonymes.interne(appelant.client(), type, (String) valeurs.get("id")).stream()
                .boxed()
                .toArray(Long[]::new);
        return new Arguments(type, appelant.client(), valeurs, Page.unique(), index, pseudonymes, parents);
    }

    private static void verifie(Racine.Page page, Map<String, Object> valeurs) {
        if (page.recherche().isPresent()
                && valeurs.get("filtre") instanceof Map<?, ?> filtre
                && filtre.values().stream().allMatch(critere -> critere == null)) {
            throw ArgumentRefuse.de(
                    CodeErreur.VALEUR_INVALIDE, "filtre", "« filtre » doit porter au moins un critère.");
        }
    }
}
