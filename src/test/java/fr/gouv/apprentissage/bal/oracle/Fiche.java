package fr.gouv.apprentissage.bal.oracle;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One record of the oracle's memory. */
final class Fiche {

    final Cle cle;
    final Map<Extrait, LocalDate> jours = new EnumMap<>(Extrait.class);
    final Map<Extrait, Map<Champ, String>> dits = new EnumMap<>(Extrait.class);
    final List<ChangementAttendu> changements = new ArrayList<>();
    Map<Champ, String> valeurs = Map.of();
    /** 0 until it has one. */
    int personne;

    String cleContratPrenoms = "";
    String cleIdentite = "";

    Fiche(Cle cle) {
        this.cle = cle;
    }

    /** The newest row of an extract replaces all that it said before; of one day the last; an older row changes nothing. */
    void entend(Extrait extrait, LocalDate jour, Map<Champ, String> lu) {
        if (jours.containsKey(extrait) && jours.get(extrait).isAfter(jour)) {
            return;
        }
        jours.put(extrait, jour);
        dits.put(extrait, lu);
    }

    /** What holds now, field by field, if these extracts alone had spoken. */
    Map<Champ, String> tient(Set<Extrait> parmi) {
        var tient = new EnumMap<Champ, String>(Champ.class);
        for (var champ : Champ.values()) {
            var valeur = tient(champ, parmi);
            if (champ == Champ.STATUT) {
                tient.put(champ, Lecture.statut(valeur));
            } else if (valeur != null) {
                tient.put(champ, valeur);
            }
        }
        return tient;
    }

    /** Newest day among the extracts that carry it; on one day a value beats an empty one, then TBA beats LBA. */
    private String tient(Champ champ, Set<Extrait> parmi) {
        var lba = parmi.contains(Extrait.LBA) && champ.estPortePar(Extrait.LBA) ? jours.get(Extrait.LBA) : null;
        var tba = parmi.contains(Extrait.TBA) && champ.estPortePar(Extrait.TBA) ? jours.get(Extrait.TBA) : null;
        if (lba == null && tba == null) {
            return null;
        }
        if (tba == null || (lba != null && lba.isAfter(tba))) {
            return dits.get(Extrait.LBA).get(champ);
        }
        var selonTba = dits.get(Extrait.TBA).get(champ);
        boolean memeJour = tba.equals(lba);
        return selonTba == null && memeJour ? dits.get(Extrait.LBA).get(champ) : selonTba;
    }
}
