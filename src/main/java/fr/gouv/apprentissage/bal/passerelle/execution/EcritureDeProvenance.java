package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.passerelle.plan.ChampEcrit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;

/** Writes where records come from: one element for each source, seen from the first sight of any of them to the last. */
final class EcritureDeProvenance {

    private record Sejour(OffsetDateTime premiere, OffsetDateTime derniere, LocalDate expire) {

        Sejour avec(Sejour autre) {
            return new Sejour(
                    premiere.isBefore(autre.premiere) ? premiere : autre.premiere,
                    derniere.isAfter(autre.derniere) ? derniere : autre.derniere,
                    expire == null || autre.expire == null
                            ? null
                            : expire.isAfter(autre.expire) ? expire : autre.expire);
        }
    }

    private final Ecriture ecriture;

    EcritureDeProvenance(Ecriture ecriture) {
        this.ecriture = ecriture;
    }

    void ecris(List<Ligne> lignes, List<ChampEcrit> champs) {
        var parSource = new TreeMap<String, Sejour>();
        for (var ligne : lignes) {
            var place = ligne.disposition().provenance();
            var sejour = new Sejour(
                    ligne.row().getOffsetDateTime(place + 1),
                    ligne.row().getOffsetDateTime(place + 2),
                    ligne.row().getLocalDate(place + 3));
            parSource.merge(ligne.row().getString(place), sejour, Sejour::avec);
        }
        var json = ecriture.json();
        json.ouvreListe();
        parSource.forEach((source, sejour) -> {
            json.ouvreObjet();
            champs.forEach(champ -> {
                json.cle(champ.cle());
                ValeurJson.ecris(json, valeur(champ, source, sejour), List.of());
            });
            json.fermeObjet();
        });
        json.fermeListe();
    }

    private static Object valeur(ChampEcrit champ, String source, Sejour sejour) {
        if (champ instanceof ChampEcrit.NomDeType nom) {
            return nom.type();
        }
        return switch (((ChampEcrit.Partie) champ).composant()) {
            case "source" -> source;
            case "premiereVue" -> sejour.premiere();
            case "derniereVue" -> sejour.derniere();
            default -> sejour.expire();
        };
    }
}
