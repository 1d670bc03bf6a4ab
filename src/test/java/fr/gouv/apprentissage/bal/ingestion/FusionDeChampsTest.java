package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rule that merges fields, against an oracle that remembers every row and looks the answer up. */
class FusionDeChampsTest {

    private static final LocalDate J0 = LocalDate.of(2025, 9, 1);
    private static final List<Extrait> EXTRAITS = List.of(
            new Extrait("lba", Set.of("deux", "autre", "lba")), new Extrait("tba", Set.of("deux", "autre", "tba")));
    private static final Scellement SCELLEMENT = ScellementDeTest.ouvert().scellement();
    private static final CleEnregistrement CLE = SCELLEMENT.nouvelle(7);
    private static final ChampScelle<String> CHAMP = ChampsScelles.de(Personne.class, "nom");
    private static final FusionDeChamps FUSION = new FusionDeChamps(EXTRAITS, SCELLEMENT);

    /** What an extract says of a record on a day. */
    record Dit(int rang, int jour, Map<String, String> valeurs) {}

    @Property(tries = 2000)
    void the_state_is_that_of_the_newest_rows_in_whatever_order_days_are_read(@ForAll("dits") List<Dit> dits) {
        var etat = EtatDeChamps.INCONNU;
        for (var dit : dits) {
            etat = FUSION.applique(etat, dit.rang(), J0.plusDays(dit.jour()), cellules(dit));
        }

        assertThat(valeurs(etat)).isEqualTo(oracle(dits));
    }

    @Property(tries = 300)
    void saying_the_same_again_changes_no_cell(@ForAll("dits") List<Dit> dits) {
        var etat = EtatDeChamps.INCONNU;
        for (var dit : dits) {
            etat = FUSION.applique(etat, dit.rang(), J0.plusDays(dit.jour()), cellules(dit));
        }
        var derniers = new ArrayList<>(derniers(dits).values());

        var apres = etat;
        for (var dit : derniers) {
            apres = FUSION.applique(apres, dit.rang(), J0.plusDays(dit.jour()), cellules(dit));
        }

        for (var colonne : FUSION.colonnes()) {
            assertThat(apres.cellule(colonne)).isSameAs(etat.cellule(colonne));
        }
    }

    @Property(tries = 300)
    void a_row_that_is_read_again_keeps_the_bytes_of_what_was_sealed_whether_it_held_or_was_beaten(
            @ForAll("dits") List<Dit> dits) {
        var etat = EtatDeChamps.INCONNU;
        for (var dit : dits) {
            etat = FUSION.applique(etat, dit.rang(), J0.plusDays(dit.jour()), scellees(dit));
        }

        var apres = etat;
        for (var dit : derniers(dits).values()) {
            apres = FUSION.applique(apres, dit.rang(), J0.plusDays(dit.jour()), scellees(dit));
        }

        assertThat(FUSION.gardant(etat, apres)).isEqualTo(etat);
    }

    @Provide
    Arbitrary<List<Dit>> dits() {
        var valeurs = Arbitraries.maps(Arbitraries.of("deux", "autre", "lba", "tba"), Arbitraries.of("a", "b", "c"))
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 3),
                        valeurs)
                .as((rang, jour, dites) -> {
                    var portees = new HashMap<>(dites);
                    portees.keySet().retainAll(EXTRAITS.get(rang).colonnes());
                    return new Dit(rang, jour, portees);
                })
                .list()
                .ofMaxSize(8);
    }

    private static Map<String, Cellule> cellules(Dit dit) {
        var cellules = new HashMap<String, Cellule>();
        dit.valeurs().forEach((colonne, valeur) -> cellules.put(colonne, Cellule.claire(valeur)));
        return cellules;
    }

    /** Each time other bytes, as each reading of a row seals it anew. */
    private static Map<String, Cellule> scellees(Dit dit) {
        var cellules = new HashMap<String, Cellule>();
        dit.valeurs()
                .forEach((colonne, valeur) ->
                        cellules.put(colonne, Cellule.scellee(SCELLEMENT.scelle(CLE, CHAMP, Sealed.recu(valeur)))));
        return cellules;
    }

    private static Map<String, String> valeurs(EtatDeChamps etat) {
        var valeurs = new TreeMap<String, String>();
        etat.cellules().forEach((colonne, cellule) -> valeurs.put(colonne, cellule.clair()));
        return valeurs;
    }

    /** The newest row of each extract; of one day the last. */
    private static Map<Integer, Dit> derniers(List<Dit> dits) {
        var derniers = new TreeMap<Integer, Dit>();
        for (var dit : dits) {
            derniers.merge(dit.rang(), dit, (connu, nouveau) -> nouveau.jour() >= connu.jour() ? nouveau : connu);
        }
        return derniers;
    }

    private static Map<String, String> oracle(List<Dit> dits) {
        var derniers = derniers(dits);
        var valeurs = new TreeMap<String, String>();
        for (var colonne : List.of("deux", "autre", "lba", "tba")) {
            var porteurs = derniers.values().stream()
                    .filter(dit -> EXTRAITS.get(dit.rang()).porte(colonne))
                    .toList();
            var jour = porteurs.stream().mapToInt(Dit::jour).max().orElse(-1);
            // By rank: the later of two values of one day stays.
            porteurs.stream()
                    .filter(dit -> dit.jour() == jour && dit.valeurs().containsKey(colonne))
                    .forEach(dit -> valeurs.put(colonne, dit.valeurs().get(colonne)));
        }
        return valeurs;
    }
}
