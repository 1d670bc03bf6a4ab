package fr.gouv.apprentissage.bal.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.oracle.Attendu.ContratAttendu;
import fr.gouv.apprentissage.bal.oracle.Attendu.Quarantaine;
import fr.gouv.apprentissage.bal.oracle.Attendu.Signalement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what ingestion must have stored once it has read these days, in this order.
 *
 * <p>Choices made here: the contracts of a day are merged in the order of first appearance, extract LBA first (page, then row), then TBA.
 * Each row that can be identified counts its own signalements, also when another row of the day replaces it. A coordinate that was empty and
 * is filled since an extract speaks of the record for the first time leaves no changement; whatever else changes leaves one. A row that cannot be
 * identified is mended by one of a later day, of the same extract and contract.
 */
public final class Oracle {

    private record LigneVue(Extrait extrait, LocalDate jour, JsonNode ligne) {}

    private final Map<Cle, Fiche> fiches = new LinkedHashMap<>();
    private final Personnes personnes = new Personnes();
    private final Map<LigneVue, Lecture> enQuarantaine = new HashMap<>();
    private final Map<Signalement, Integer> signalements = new HashMap<>();

    private Oracle() {}

    public static Attendu dit(List<JourServi> jours) {
        var oracle = new Oracle();
        jours.forEach(oracle::lit);
        return oracle.conclut();
    }

    private void lit(JourServi servi) {
        var vues = new LinkedHashMap<Fiche, Set<Extrait>>();
        for (var extrait : Extrait.values()) {
            for (var ligne : servi.lignes(extrait)) {
                lit(extrait, servi.jour(), ligne, vues);
            }
        }
        vues.forEach((fiche, avant) -> fusionne(fiche, avant, servi.jour()));
    }

    private void lit(Extrait extrait, LocalDate jour, JsonNode ligne, Map<Fiche, Set<Extrait>> vues) {
        var lecture = Lecture.de(ligne, extrait);
        if (!lecture.quarantaine().isEmpty()) {
            enQuarantaine.put(new LigneVue(extrait, jour, ligne), lecture);
            return;
        }
        enQuarantaine
                .entrySet()
                .removeIf(une -> lecture.cle().equals(une.getValue().cle())
                        && une.getKey().extrait() == extrait
                        && une.getKey().jour().isBefore(jour));
        lecture.signalements().forEach(raison -> signale(jour, raison));
        var fiche = fiches.computeIfAbsent(lecture.cle(), Fiche::new);
        vues.putIfAbsent(fiche, Set.copyOf(fiche.jours.keySet()));
        fiche.entend(extrait, jour, lecture.valeurs());
    }

    private void fusionne(Fiche fiche, Set<Extrait> connus, LocalDate jour) {
        var avant = fiche.valeurs;
        fiche.valeurs = fiche.tient(EnumSet.allOf(Extrait.class));
        if (!avant.isEmpty()) {
            note(fiche, jour, avant, fiche.tient(connus));
        }
        if (personnes.rapproche(fiche, fiches.values())) {
            signale(jour, "PERSONNE_AMBIGUE");
        }
    }

    private static void note(Fiche fiche, LocalDate jour, Map<Champ, String> avant, Map<Champ, String> selonConnus) {
        var coordonnees = new LinkedHashSet<String>();
        Stream.of(Champ.values()).forEach(champ -> coordonnees.add(champ.coordonnee()));
        for (var coordonnee : coordonnees) {
            var ancien = texte(coordonnee, avant);
            var nouveau = texte(coordonnee, fiche.valeurs);
            var premiereFois =
                    ancien.isEmpty() && texte(coordonnee, selonConnus).isEmpty();
            if (!ancien.equals(nouveau) && !premiereFois) {
                fiche.changements.add(new ChangementAttendu(jour, coordonnee, ancien, nouveau));
            }
        }
    }

    private static String texte(String coordonnee, Map<Champ, String> valeurs) {
        return Stream.of(Champ.values())
                .filter(champ -> champ.coordonnee().equals(coordonnee))
                .map(valeurs::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private void signale(LocalDate jour, String raison) {
        signalements.merge(new Signalement(jour, raison), 1, Integer::sum);
    }

    private Attendu conclut() {
        var contrats = new HashMap<Cle, ContratAttendu>();
        fiches.forEach((cle, f) -> contrats.put(cle, attendu(f)));
        var groupes = fiches.values().stream()
                .collect(Collectors.groupingBy(
                        f -> f.personne, TreeMap::new, Collectors.mapping(f -> f.cle, Collectors.toSet())));
        var quarantaine = new HashMap<Quarantaine, Integer>();
        enQuarantaine.forEach((vue, lecture) ->
                quarantaine.merge(new Quarantaine(vue.extrait(), vue.jour(), lecture.quarantaine()), 1, Integer::sum));
        return new Attendu(contrats, new HashSet<>(groupes.values()), quarantaine, signalements);
    }

    private static ContratAttendu attendu(Fiche fiche) {
        var etatDu = fiche.jours.values().stream().max(LocalDate::compareTo).orElseThrow();
        return new ContratAttendu(
                fiche.valeurs,
                etatDu,
                fiche.jours.get(Extrait.LBA),
                fiche.jours.get(Extrait.TBA),
                List.copyOf(fiche.changements));
    }
}
