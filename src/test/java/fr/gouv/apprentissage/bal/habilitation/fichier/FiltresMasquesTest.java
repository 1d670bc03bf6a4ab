package fr.gouv.apprentissage.bal.habilitation.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Searching must not undo a mask, on any day and any row. */
class FiltresMasquesTest {

    private static final List<String> SIRETS = List.of("19672198900040", "18130002100340");
    private static final LocalDate ORIGINE = LocalDate.of(2026, 1, 1);

    @Example
    void searchInOneHabilitationAndMaskedReadingInAnotherIsRefusedAtTheSearch() {
        var fautes = fautes(List.of(
                entree("a", "{}", 1, 9, "[FILTRER]"), entree("b", "{}", 5, 9, "{ acces: [LIRE], masque: INITIALE }")));

        assertThat(fautes)
                .containsExactly(
                        new Faute(
                                5,
                                "FILTRER sur Personne.nom : l'habilitation « b » n'accorde ce champ que masqué, chercher déferait le masque"));
    }

    @Example
    void unmaskedReadingOfTheSameRowsAllowsTheSearch() {
        assertThat(fautes(List.of(
                        entree("a", "{}", 1, 9, "[LIRE, FILTRER]"),
                        entree("b", "{}", 5, 9, "{ acces: [LIRE], masque: INITIALE }"))))
                .isEmpty();
    }

    @Example
    void unmaskedReadingThatEndsEarlierDoesNot() {
        assertThat(fautes(List.of(
                        entree("a", "{}", 1, 9, "[FILTRER]"),
                        entree("b", "{}", 1, 9, "{ acces: [LIRE], masque: INITIALE }"),
                        entree("c", "{}", 1, 8, "[LIRE]"))))
                .hasSize(1);
    }

    @Example
    void unmaskedReadingOfFewerRowsDoesNot() {
        assertThat(fautes(List.of(
                        entree("a", "{}", 1, 9, "[FILTRER]"),
                        entree("b", "{}", 1, 9, "{ acces: [LIRE], masque: INITIALE }"),
                        entree("c", "{ regions: [53] }", 1, 9, "[LIRE]"))))
                .hasSize(1);
    }

    @Example
    void habilitationsThatNeverMeetAreTaken() {
        assertThat(fautes(List.of(
                        entree("a", "{}", 1, 4, "[FILTRER]"),
                        entree("b", "{}", 5, 9, "{ acces: [LIRE], masque: INITIALE }"))))
                .isEmpty();
        assertThat(fautes(List.of(
                        entree("a", "{ regions: [53] }", 1, 9, "[FILTRER]"),
                        entree("b", "{ regions: [75] }", 1, 9, "{ acces: [LIRE], masque: INITIALE }"))))
                .isEmpty();
        assertThat(fautes(List.of(
                        entree("a", "{}", 1, 9, "[FILTRER]").replace("finalite: f", "finalite: g"),
                        entree("b", "{}", 1, 9, "{ acces: [LIRE], masque: INITIALE }"))))
                .isEmpty();
    }

    @Example
    void searchWithoutAnyReadingIsTaken() {
        assertThat(fautes(List.of(entree("a", "{}", 1, 9, "[FILTRER]")))).isEmpty();
    }

    @Example
    void listsOfOrganismesThatShareNoneMeetOnARecordOfBoth() {
        assertThat(fautes(List.of(
                        entree("a", "{ organismes: [\"" + SIRETS.get(0) + "\"] }", 1, 9, "[FILTRER]"),
                        entree(
                                "b",
                                "{ organismes: [\"" + SIRETS.get(1) + "\"] }",
                                1,
                                9,
                                "{ acces: [LIRE], masque: INITIALE }"))))
                .hasSize(1);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void inAFileThatIsTakenNoRowIsSearchedByWhatIsReadMaskedOnly(@ForAll("entrees") List<String> entrees) {
        var numerotees = new ArrayList<String>();
        entrees.forEach(entree -> numerotees.add(entree.replace("id: h", "id: h" + numerotees.size())));
        if (!fautes(numerotees).isEmpty()) {
            return;
        }

        var octrois = Lecteur.lis(fichier(numerotees), Catalogues.REEL).entrees().stream()
                .map(FichierHabilitations.Entree::octroi)
                .toList();

        for (int jour = 1; jour <= 9; jour++) {
            for (var region : List.of("53", "75", "84")) {
                for (var formation : SIRETS) {
                    for (var responsable : SIRETS) {
                        assertThat(defait(octrois, ORIGINE.withDayOfMonth(jour), region, formation, responsable))
                                .isFalse();
                    }
                }
            }
        }
    }

    private static boolean defait(
            List<Octroi> octrois, LocalDate jour, String region, String formation, String responsable) {
        boolean cherche = false;
        boolean lit = false;
        boolean litClair = false;
        for (var octroi : octrois) {
            var p = octroi.perimetre();
            if (jour.isBefore(octroi.du())
                    || jour.isAfter(octroi.au())
                    || p.regions() != null && !p.regions().contains(region)
                    || p.organismes() != null
                            && p.organismes().stream()
                                    .noneMatch(s -> s.valeur().equals(formation)
                                            || s.valeur().equals(responsable))) {
                continue;
            }
            for (var droit : octroi.droits().values()) {
                cherche |= droit.acces().contains(Acces.FILTRER);
                lit |= droit.acces().contains(Acces.LIRE);
                litClair |= droit.acces().contains(Acces.LIRE) && droit.masque() == Masque.AUCUN;
            }
        }
        return cherche && lit && !litClair;
    }

    @Provide
    Arbitrary<List<String>> entrees() {
        var regions = Arbitraries.of("", "regions: [53]", "regions: [53, 75]", "regions: [75]", "regions: []");
        var organismes = Arbitraries.of(
                "", ", organismes: [\"" + SIRETS.get(0) + "\"]", ", organismes: [\"" + SIRETS.get(1) + "\"]");
        return Combinators.combine(
                        Combinators.combine(regions, organismes)
                                .as((r, o) -> "{ " + (r.isEmpty() && !o.isEmpty() ? o.substring(2) : r + o) + " }"),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of("[LIRE]", "[LIRE, FILTRER]", "[FILTRER]", "{ acces: [LIRE], masque: INITIALE }"))
                .as((perimetre, du, duree, droit) -> entree("h", perimetre, du, Math.min(9, du + duree), droit))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** One entry; its field stands on its third line. */
    private static String entree(String id, String perimetre, int du, int au, String droit) {
        return "  - { id: " + id + ", client: c, finalite: f, baseLegale: b, accordeePar: a,\n      du: 2026-01-0" + du
                + ", au: 2026-01-0" + au + ", perimetre: " + perimetre + ", champs: {\n      Personne.nom: " + droit
                + " } }\n";
    }

    private static byte[] fichier(List<String> entrees) {
        return ("clients: [{ id: c, nom: C }]\nhabilitations:\n" + String.join("", entrees))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Faute> fautes(List<String> entrees) {
        try {
            Lecteur.lis(fichier(entrees), Catalogues.REEL);
            return List.of();
        } catch (FichierRefuse refus) {
            return refus.fautes();
        }
    }
}
