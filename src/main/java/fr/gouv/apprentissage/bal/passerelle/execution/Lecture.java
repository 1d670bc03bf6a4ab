package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.Disposition;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import fr.gouv.apprentissage.bal.passerelle.plan.Racine;
import fr.gouv.apprentissage.bal.passerelle.plan.Requete;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads the rows of a plan, one statement a node, level by level. Which statements run does not depend on what they find. */
final class Lecture {

    private final Plan plan;
    private final Pool pool;
    private final Resultats resultats;

    Lecture(Plan plan, Pool pool) {
        this.plan = plan;
        this.pool = pool;
        this.resultats = new Resultats(plan.noeuds());
    }

    Resultats resultats() {
        return resultats;
    }

    Future<ResultatDeRacine> lis(Racine racine, Arguments arguments) {
        if (racine instanceof Racine.Page page) {
            return page.recherche().isPresent() ? pageDePersonnes(page, arguments) : pageDeContrats(page, arguments);
        }
        return lis(racine.noeud(), arguments)
                .map(lu -> new ResultatDeRacine(arguments, List.of(), false, OptionalLong.empty()));
    }

    private Future<ResultatDeRacine> pageDeContrats(Racine.Page page, Arguments arguments) {
        var noeud = (Noeud.Contrats) page.noeud();
        var total = compte(page, arguments);
        return interroge(noeud.requete(), arguments).compose(lues -> {
            var lignes = new ArrayList<Ligne>();
            lues.forEach(row -> lignes.add(Ligne.de(row, noeud.disposition(), plan)));
            var suite = lignes.size() > arguments.page().lignes();
            var gardees = suite ? List.copyOf(lignes.subList(0, arguments.page().lignes())) : List.copyOf(lignes);
            resultats.lignes(noeud, Map.of(Resultats.RACINE, gardees));
            return enfants(noeud, gardees, arguments)
                    .compose(lu -> total)
                    .map(compte -> new ResultatDeRacine(arguments, List.of(), suite, compte));
        });
    }

    private Future<ResultatDeRacine> pageDePersonnes(Racine.Page page, Arguments arguments) {
        var total = compte(page, arguments);
        return interroge(page.recherche().orElseThrow(), arguments).compose(lues -> {
            var ids = new ArrayList<Long>();
            lues.forEach(row -> ids.add(row.getLong(0)));
            var suite = ids.size() > arguments.page().lignes();
            var gardes = suite ? List.copyOf(ids.subList(0, arguments.page().lignes())) : List.copyOf(ids);
            return lis(page.noeud(), arguments.sous(gardes.toArray(Long[]::new)))
                    .compose(lu -> total)
                    .map(compte -> new ResultatDeRacine(arguments, gardes, suite, compte));
        });
    }

    private Future<OptionalLong> compte(Racine.Page page, Arguments arguments) {
        if (page.comptage().isEmpty()) {
            return Future.succeededFuture(OptionalLong.empty());
        }
        return interroge(page.comptage().get(), arguments)
                .map(lues -> OptionalLong.of(lues.iterator().next().getLong(0)));
    }

    private Future<Void> lis(Noeud noeud, Arguments arguments) {
        return interroge(noeud.requete(), arguments).compose(lues -> {
            if (noeud instanceof Noeud.Changements) {
                var parEnregistrement = new LinkedHashMap<Long, List<Row>>();
                lues.forEach(row -> parEnregistrement
                        .computeIfAbsent(row.getLong(0), id -> new ArrayList<>())
                        .add(row));
                resultats.changements(noeud, parEnregistrement);
                return Future.succeededFuture();
            }
            var lignes = new ArrayList<Ligne>();
            lues.forEach(row -> lignes.add(Ligne.de(row, disposition(noeud), plan)));
            resultats.lignes(noeud, parCle(noeud, lignes));
            return enfants(noeud, lignes, arguments);
        });
    }

    private static Map<Long, List<Ligne>> parCle(Noeud noeud, List<Ligne> lignes) {
        var parCle = new LinkedHashMap<Long, List<Ligne>>();
        for (var ligne : lignes) {
            var cle = noeud instanceof Noeud.Personnes
                    ? ligne.personne()
                    : Long.valueOf(ligne.disposition().parent() < 0 ? Resultats.RACINE : ligne.parent());
            parCle.computeIfAbsent(cle, id -> new ArrayList<>()).add(ligne);
        }
        return parCle;
    }

    private Future<Void> enfants(Noeud noeud, List<Ligne> lignes, Arguments arguments) {
        var lectures = new ArrayList<Future<Void>>();
        for (var enfant : noeud.enfants()) {
            lectures.add(lis(enfant.noeud(), arguments.sous(parents(enfant, noeud, lignes))));
        }
        return lectures.isEmpty()
                ? Future.succeededFuture()
                : Future.join(lectures).mapEmpty();
    }

    private static Long[] parents(ChampEcrit.Enfant enfant, Noeud noeud, Collection<Ligne> lignes) {
        return lignes.stream()
                .filter(ligne -> lisible(ligne, enfant.coordonnee()))
                .map(ligne -> noeud instanceof Noeud.Personnes || enfant.noeud() instanceof Noeud.Personnes
                        ? ligne.personne()
                        : Long.valueOf(ligne.enregistrement()))
                .filter(id -> id != null)
                .distinct()
                .toArray(Long[]::new);
    }

    private static boolean lisible(Ligne ligne, Coordonnee coordonnee) {
        return ligne.droits().lire(coordonnee).isPresent();
    }

    private static Disposition disposition(Noeud noeud) {
        return noeud instanceof Noeud.Contrats contrats
                ? contrats.disposition()
                : ((Noeud.Personnes) noeud).disposition();
    }

    private Future<RowSet<Row>> interroge(Requete requete, Arguments arguments) {
        var tuple = Tuple.tuple();
        requete.parametres().forEach(parametre -> tuple.addValue(parametre.valeur(arguments)));
        return pool.preparedQuery(requete.sql()).execute(tuple);
    }
}
