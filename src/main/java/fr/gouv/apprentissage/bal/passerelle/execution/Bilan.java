package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.journal.Divulgation;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampDeConnexion;
import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import fr.gouv.apprentissage.bal.passerelle.plan.DroitsDeLigne;
import fr.gouv.apprentissage.bal.passerelle.plan.Noeud;
import fr.gouv.apprentissage.bal.passerelle.plan.Plan;
import fr.gouv.apprentissage.bal.passerelle.plan.Racine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Sums up what an answer is about to disclose: coordinates, habilitations, subjects. Nothing was opened yet. */
final class Bilan {

    private final Plan plan;
    private final Set<UUID> sujets = new LinkedHashSet<>();
    private final PersonnesDeReponse personnes = new PersonnesDeReponse();
    private final SortedSet<String> coordonnees = new TreeSet<>();
    private final SortedSet<String> habilitations = new TreeSet<>();

    Bilan(Plan plan) {
        this.plan = plan;
    }

    /** Adds what was read for a root field. */
    void ajoute(Racine racine, Resultats resultats, ResultatDeRacine resultat) {
        if (!(racine instanceof Racine.Page page) || page.montreDesLignes()) {
            ajoute(racine.noeud(), resultats);
        }
        if (racine instanceof Racine.Page page && resultat.total().isPresent()) {
            page.champs().stream()
                    .filter(ChampDeConnexion.Total.class::isInstance)
                    .forEach(champ -> accorde(((ChampDeConnexion.Total) champ).coordonnee(), Acces.LIRE));
        }
    }

    /** The entry to write; empty when the answer holds no row and nothing personal was searched by. */
    Optional<Divulgation> divulgation(Operation operation, byte[] empreinteOperation) {
        var appelant = operation.appelant();
        if (sujets.isEmpty() && plan.recherches().isEmpty()) {
            return Optional.empty();
        }
        plan.recherches().forEach(coordonnee -> habilite(coordonnee, Acces.FILTRER));
        return Optional.of(new Divulgation(
                appelant.client(),
                appelant.agent(),
                appelant.finalite(),
                List.copyOf(habilitations),
                empreinteOperation,
                operation.nom(),
                List.copyOf(coordonnees),
                plan.recherches().stream().map(Coordonnee::toString).toList(),
                List.copyOf(sujets),
                plan.revision(),
                appelant.perimetre().texte(),
                personnes.nombre()));
    }

    private void ajoute(Noeud noeud, Resultats resultats) {
        Set<DroitsDeLigne> distincts = Collections.newSetFromMap(new IdentityHashMap<>());
        var lues = new ArrayList<Ligne>();
        resultats.lignes(noeud).values().forEach(lues::addAll);
        for (var ligne : lues) {
            sujets.add(ligne.jeton());
            personnes.ajoute(noeud, ligne);
            distincts.add(ligne.droits());
        }
        distincts.forEach(droits -> {
            var apport = droits.apport(noeud);
            coordonnees.addAll(apport.coordonnees());
            habilitations.addAll(apport.habilitations());
        });
        for (var enfant : noeud.enfants()) {
            if (enfant.noeud() instanceof Noeud.Changements changements) {
                changements(enfant, changements, lues, resultats);
            } else {
                ajoute(enfant.noeud(), resultats);
            }
        }
    }

    /** Changes show values of the fields that changed. */
    private void changements(
            ChampEcrit.Enfant enfant, Noeud.Changements noeud, List<Ligne> lignes, Resultats resultats) {
        lignes.stream()
                .filter(ligne -> ligne.droits().lire(enfant.coordonnee()).isPresent())
                .forEach(ligne -> EcritureDeChangements.montres(ligne, noeud, resultats)
                        .forEach(row -> ajoute(EcritureDeChangements.coordonnee(row), ligne.droits())));
    }

    private void ajoute(Coordonnee coordonnee, DroitsDeLigne droits) {
        droits.lire(coordonnee).ifPresent(portee -> {
            coordonnees.add(coordonnee.toString());
            habilitations.add(droits.habilitation(portee));
        });
    }

    private void accorde(Coordonnee coordonnee, Acces acces) {
        coordonnees.add(coordonnee.toString());
        habilite(coordonnee, acces);
    }

    private void habilite(Coordonnee coordonnee, Acces acces) {
        plan.droits()
                .decision()
                .verdict(coordonnee, acces)
                .portees()
                .forEach(portee -> habilitations.add(octroi(portee.octroi()).id()));
    }

    private Octroi octroi(int place) {
        return plan.droits().decision().actifs().get(place);
    }
}
