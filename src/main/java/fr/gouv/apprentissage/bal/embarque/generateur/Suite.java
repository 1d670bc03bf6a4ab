package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Episode.Nature;
import java.time.LocalDate;
import java.util.List;

/** What an episode changes in a contract's tree. */
final class Suite {

    private static final List<String> ROMPU = List.of("Rompu", "ROMPU", "rompu");
    private static final List<String> CORRIGE = List.of("Corrigé", "Corrige", "CORRIGÉ");
    private static final List<String> SUPPRIME = List.of("Supprimé", "SUPPRIME");
    private static final List<String> ANNULE = List.of("Annulé", "annule");

    private Suite() {}

    static void applique(ObjectNode fiche, Episode episode, PersonneGeneree personne, Hasard h) {
        var alternant = (ObjectNode) fiche.get("alternant");
        var details = (ObjectNode) fiche.get("detailsContrat");
        switch (episode.nature()) {
            case RUPTURE -> rompt(fiche, details, episode.jour(), h);
            case RETRAIT_RUPTURE -> {
                fiche.remove("rupture");
                details.put("statut", "");
            }
            case CORRECTION -> {
                details.put("statut", h.surMille(50) ? "Archivé" : h.parmi(CORRIGE));
                details.put(
                        "dateFinContrat",
                        episode.jour().plusMonths(h.entre(3, 30)).toString());
                ((ObjectNode) fiche.get("formation")).put("intituleOuQualification", "FORMATION CORRIGEE");
            }
            case SUPPRESSION -> details.put("statut", h.parmi(SUPPRIME));
            case ANNULATION -> details.put("statut", h.parmi(ANNULE));
            case NOM_CHANGE -> alternant.put("nom", personne.nomNouveau());
            case CONTACT, DOUBLON -> contact(alternant, h);
            case VIDE -> alternant.remove(List.of("courriel", "telephone", "adresse"));
            case FIN ->
                fiche.putObject("suiviASP")
                        .put("drfc", episode.jour().minusDays(h.entre(0, 20)).toString());
            case CREATION, RETARD, DESACCORD -> {
                return;
            }
            default -> throw new IllegalStateException(episode.nature().name());
        }
    }

    /** Says the same of the day otherwise: what an extract said first, or what the other extract says. */
    static void autrement(ObjectNode fiche, Nature nature, Hasard h) {
        contact((ObjectNode) fiche.get("alternant"), h);
        var details = (ObjectNode) fiche.get("detailsContrat");
        details.put("dateFinContrat", "2030-%02d-01".formatted(h.entre(1, 12)));
        if (nature == Nature.DESACCORD && h.surMille(500)) {
            ((ObjectNode) fiche.get("alternant")).remove("courriel");
            details.put("statut", h.parmi(ROMPU));
        }
    }

    private static void rompt(ObjectNode fiche, ObjectNode details, LocalDate jour, Hasard h) {
        details.put("statut", h.parmi(ROMPU));
        var rupture = fiche.putObject("rupture");
        rupture.put("dateEffetRupture", jour.minusDays(h.entre(0, 20)).toString());
        rupture.put("codeMotifRupture", "%02d".formatted(h.entre(1, 9)));
        rupture.put("dateSignalement", jour.toString());
        if (h.surMille(300)) {
            rupture.put("commentaireRupture", "Entretien avec " + Mots.propre(h) + " au sujet du départ");
        }
    }

    private static void contact(ObjectNode alternant, Hasard h) {
        alternant.put("courriel", Mots.etiquette(Mots.propre(h)) + "@" + "boite.example");
        alternant.put("telephone", Identifiants.telephone(h));
        alternant
                .putObject("adresse")
                .put("numero", String.valueOf(h.entre(1, 99)))
                .put("voie", "rue " + Mots.propre(h))
                .put("codePostal", Lieux.codePostal(Lieux.departement(h), h));
    }
}
