package fr.gouv.apprentissage.bal.habilitation.fichier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LecteurTest {

    private static final String BON =
            """
            version: 3
            clients:
              - { id: lba, nom: La bonne alternance, finalite: prise-de-rendez-vous }
              - { id: tdb, nom: Tableau de bord }
            habilitations:
              - id: lba-rdv-2026
                client: lba
                finalite: prise-de-rendez-vous
                baseLegale: "CGU de La bonne alternance, art. 6.1.e RGPD"
                accordeePar: DGEFP
                du: 2026-01-01
                au: 2026-12-31
                perimetre: { regions: ["53"], sources: [DECA], organismes: [19672198900040], statuts: [INSCRIT] }
                champs:
                  "Contrat.*": [LIRE]
                  Contrat.dateDebut: [LIRE, FILTRER, TRIER]
                  Contrat.sources: []
                  Personne.nom: { acces: [LIRE], masque: INITIALE }
            """;

    @Test
    void aRightFileIsReadWhole() {
        var fichier = lis(BON);

        assertThat(fichier.version()).isEqualTo(3);
        assertThat(fichier.clients())
                .containsExactly(
                        new ClientHabilite("lba", "La bonne alternance", Optional.of("prise-de-rendez-vous")),
                        new ClientHabilite("tdb", "Tableau de bord", Optional.empty()));
        var octroi = fichier.entrees().get(0).octroi();
        assertThat(octroi.id()).isEqualTo("lba-rdv-2026");
        assertThat(octroi.client()).isEqualTo("lba");
        assertThat(octroi.finalite()).isEqualTo("prise-de-rendez-vous");
        assertThat(octroi.baseLegale()).isEqualTo("CGU de La bonne alternance, art. 6.1.e RGPD");
        assertThat(octroi.accordeePar()).isEqualTo("DGEFP");
        assertThat(octroi.du()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(octroi.au()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(octroi.motifRevocation()).isEmpty();
        assertThat(octroi.perimetre().bornes())
                .containsOnlyKeys("regions", "sources", "organismes", "statuts")
                .containsEntry("organismes", List.of("19672198900040"));
    }

    @Test
    void aStarIsEveryCoordinateOfTheTypeThatIsNotPersonal() {
        var droits = lis(BON).entrees().get(0).octroi().droits();

        assertThat(droits)
                .containsEntry(Coordonnee.lis("Contrat.statut"), new Droit(Set.of(Acces.LIRE), Masque.AUCUN))
                .containsKey(Coordonnee.lis("Contrat.alternant"))
                .doesNotContainKeys(
                        Coordonnee.lis("Contrat.numero"),
                        Coordonnee.lis("Contrat.motifRupture"),
                        Coordonnee.lis("Contrat.id"),
                        Coordonnee.lis("ContratConnection.totalCount"));
    }

    @Test
    void aNamedCoordinateOverridesTheStarWhereverItStands() {
        var droits = lis(BON).entrees().get(0).octroi().droits();

        assertThat(droits)
                .containsEntry(
                        Coordonnee.lis("Contrat.dateDebut"),
                        new Droit(Set.of(Acces.LIRE, Acces.FILTRER, Acces.TRIER), Masque.AUCUN))
                .doesNotContainKey(Coordonnee.lis("Contrat.sources"));
    }

    @Test
    void versionPurposeAndPerimeterMayBeLeftOut() {
        var fichier = lis(
                """
                clients: [{ id: c, nom: C }]
                habilitations:
                  - { id: h, client: c, finalite: f, baseLegale: b, accordeePar: a, du: 2026-01-01, au: 2026-01-01, champs: { Personne.nom: [LIRE] } }
                """);

        assertThat(fichier.version()).isZero();
        assertThat(fichier.entrees().get(0).octroi().perimetre()).isEqualTo(Perimetre.SANS_BORNE);
    }

    @Test
    void anAccessThatAFieldHasNoUseForIsHarmless() {
        var droits = lis(BON.replace("Contrat.sources: []", "Contrat.employeur: [TRIER, AGREGER, EXPORTER]"))
                .entrees()
                .get(0)
                .octroi()
                .droits();

        assertThat(droits.get(Coordonnee.lis("Contrat.employeur")).acces())
                .containsExactlyInAnyOrder(Acces.TRIER, Acces.AGREGER, Acces.EXPORTER);
    }

    @Test
    void layoutDoesNotChangeAnEntryButItsContentDoes() {
        var entree = lis(BON).entrees().get(0);

        var memeEnBloc = lis("# commentaire\n" + BON).entrees().get(0);
        var autre = lis(BON.replace("Contrat.sources: []", "Contrat.sources: [LIRE]"))
                .entrees()
                .get(0);

        assertThat(memeEnBloc.empreinte()).isEqualTo(entree.empreinte());
        assertThat(autre.empreinte()).isNotEqualTo(entree.empreinte());
    }

    @Test
    void everyFaultIsListedWithItsLine() {
        var fautes = fautes(
                """
                versions: 3
                clients:
                  - { id: lba, nom: La bonne alternance, couleur: bleu }
                  - { id: lba, nom: Encore }
                  - { nom: Sans id }
                habilitations:
                  - id: h1
                    client: inconnu
                    finalite: f
                    baseLegale: b
                    accordeePar: a
                    du: 2026-12-31
                    au: 2026-01-01
                    perimetre: { region: ["53"] }
                    champs:
                      Contrat.inconnu: [LIRE]
                      Inconnu.*: [LIRE]
                      Contrat.dateDebut: [LIRE, ECRIRE]
                      Personne.nom: { acces: [LIRE], masque: FLOU }
                      Personne.ine: { acces: [LIRE], masque: INITIALE }
                  - id: h1
                    client: lba
                    finalite: f
                    baseLegale: b
                    accordeePar: a
                    du: 2026-02-30
                    au: 31/12/2026
                    champs: { Personne.prenoms: { acces: [LIRE, FILTRER], masque: INITIALE } }
                """);

        assertThat(fautes)
                .containsExactly(
                        "ligne 1 : fichier : clé inconnue « versions »",
                        "ligne 3 : client : clé inconnue « couleur »",
                        "ligne 4 : le client « lba » figure deux fois",
                        "ligne 5 : « id » manque",
                        "ligne 8 : client inconnu « inconnu »",
                        "ligne 13 : « au » précède « du »",
                        "ligne 14 : perimetre : clé inconnue « region »",
                        "ligne 16 : coordonnée inconnue « Contrat.inconnu »",
                        "ligne 17 : coordonnée inconnue « Inconnu.* »",
                        "ligne 18 : accès inconnu « ECRIRE »",
                        "ligne 19 : masque inconnu « FLOU »",
                        "ligne 20 : le masque INITIALE ne convient pas à Personne.ine",
                        "ligne 21 : l'habilitation « h1 » figure deux fois, d'abord ligne 7",
                        "ligne 26 : « du » : ce jour n'existe pas",
                        "ligne 27 : « au » : une date s'écrit AAAA-MM-JJ",
                        "ligne 28 : FILTRER sur Personne.prenoms : le champ n'est accordé que masqué, chercher déferait le masque");
    }

    @Test
    void theMessageOfTheRefusalHoldsEveryFault() {
        var refus = refus("version: x\nclients: y\n");

        assertThat(refus.getMessage())
                .isEqualTo(
                        """
                        fichier des habilitations refusé :
                          ligne 1 : « version » : un entier positif ou nul est attendu
                          ligne 2 : « clients » : une liste est attendue""");
    }

    @Test
    void codesOfAPerimeterAreHeldToTheirShape() {
        var bon = BON.lines()
                .filter(ligne -> ligne.contains("perimetre:"))
                .findFirst()
                .orElseThrow();

        for (var mauvais : List.of(
                "regions: [\"5\"]",
                "regions: [bretagne]",
                "academies: [\"014\"]",
                "departements: [\"2C\"]",
                "departements: [\"00\"]",
                "organismes: [\"1967219890004\"]",
                "organismes: [\"1967219890004X\"]",
                "sirens: [\"19672198\"]",
                "sources: [\"DE CA\"]",
                "statuts: [EN_COURS]",
                "opcos: [\"\"]",
                "regions: 53",
                "regions:",
                "regions: [[\"53\"]]")) {
            assertThat(fautes(BON.replace(bon, "    perimetre: { " + mauvais + " }")))
                    .as(mauvais)
                    .hasSize(1)
                    .allMatch(faute -> faute.startsWith("ligne 13 : "));
        }
    }

    @Test
    void codesOfRightShapeAreTaken() {
        var bon = BON.lines()
                .filter(ligne -> ligne.contains("perimetre:"))
                .findFirst()
                .orElseThrow();

        var perimetre = lis(BON.replace(
                        bon,
                        "    perimetre: { regions: [53, \"01\"], academies: [14], departements: [01, 2A, 974, 35],"
                                + " sirens: [196721989], opcos: [OPCO EP], sources: [] }"))
                .entrees()
                .get(0)
                .octroi()
                .perimetre();

        assertThat(perimetre.bornes())
                .containsEntry("regions", List.of("53", "01"))
                .containsEntry("academies", List.of("14"))
                .containsEntry("departements", List.of("01", "2A", "974", "35"))
                .containsEntry("sirens", List.of("196721989"))
                .containsEntry("opcos", List.of("OPCO EP"))
                .containsEntry("sources", List.of());
    }

    @Test
    void eachMissingKeyOfAnHabilitationIsAFault() {
        for (var cle : List.of("id", "client", "finalite", "baseLegale", "accordeePar", "du", "au")) {
            var sans = BON.lines()
                    .map(ligne ->
                            ligne.replaceFirst("^  - " + cle + ": .*", "  - ").replaceFirst("^    " + cle + ": .*", ""))
                    .toList();

            assertThat(fautes(String.join("\n", sans))).as(cle).anyMatch(f -> f.endsWith("« " + cle + " » manque"));
        }
    }

    @Test
    void anHabilitationWithoutFieldsIsAFault() {
        assertThat(
                        fautes(
                                """
                        clients: [{ id: c, nom: C }]
                        habilitations:
                          - { id: h, client: c, finalite: f, baseLegale: b, accordeePar: a, du: 2026-01-01, au: 2026-01-01 }
                          - { id: i, client: c, finalite: f, baseLegale: b, accordeePar: a, du: 2026-01-01, au: 2026-01-01, champs: {} }
                        """))
                .containsExactly("ligne 3 : « champs » manque", "ligne 4 : « champs » : au moins un champ est attendu");
    }

    @Test
    void aMaskOnAStarIsAFault() {
        assertThat(fautes(BON.replace("\"Contrat.*\": [LIRE]", "\"Contrat.*\": { acces: [LIRE], masque: ANNEE }")))
                .containsExactly("ligne 15 : le masque ANNEE ne convient pas à Contrat.*");
    }

    @Test
    void aKeyThatStandsTwiceIsAFaultAtEveryLevel() {
        assertThat(fautes("version: 1\nversion: 1\n"))
                .containsExactly("ligne 2 : fichier : la clé « version » figure deux fois");
        assertThat(fautes(BON.replace("Contrat.sources: []", "Contrat.dateDebut: []")))
                .containsExactly("ligne 17 : champs : la clé « Contrat.dateDebut » figure deux fois");
    }

    @Test
    void aliasesAreNotTaken() {
        assertThat(fautes("clients: &a []\nhabilitations: *a\n"))
                .containsExactly("ligne 2 : les alias YAML (*nom) ne sont pas admis");
    }

    @Test
    void deepNestingIsNotTaken() {
        assertThat(fautes("clients:\n  " + "[".repeat(100_000))).containsExactly("ligne 2 : trop de niveaux imbriqués");
    }

    @Test
    void aFileThatIsTooBigIsNotTaken() {
        assertThat(fautes("#" + "x".repeat(Syntaxe.TAILLE_MAX)))
                .containsExactly("ligne 1 : le fichier dépasse 4194304 octets");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThat(fautes("version: 1\nclients: [\n")).containsExactly("ligne 3 : YAML mal formé");
        assertThat(fautes("version: 1\n---\nversion: 2\n")).hasSize(1);
        assertThat(fautes("")).containsExactly("ligne 1 : le fichier est vide");
        assertThat(fautes("- a\n")).containsExactly("ligne 1 : fichier : un objet est attendu (clé: valeur)");
    }

    @Test
    void anotherEncodingIsRefused() {
        var refus = catchThrowableOfType(
                FichierRefuse.class,
                () -> Lecteur.lis("nom: Délégué".getBytes(StandardCharsets.ISO_8859_1), Catalogues.REEL));

        assertThat(refus.fautes()).containsExactly(new Faute(1, "le fichier n'est pas en UTF-8"));
    }

    @Test
    void versionsThatAreNoCountAreRefused() {
        for (var version : List.of("-1", "\"3\"", "1.5", "99999999999999999999", "")) {
            assertThat(fautes("version: " + version + "\n")).as(version).hasSize(1);
        }
    }

    @Test
    void controlCharactersAndEmptyTextsAreRefused() {
        assertThat(fautes("clients: [{ id: c, nom: \"a\\0b\" }]\n")).hasSize(1);
        assertThat(fautes("clients: [{ id: c, nom: \"  \" }]\n")).hasSize(1);
        assertThat(fautes("clients: [{ id: \"a,b\", nom: C }]\n")).hasSize(1);
    }

    private static FichierHabilitations lis(String texte) {
        return Lecteur.lis(texte.getBytes(StandardCharsets.UTF_8), Catalogues.REEL);
    }

    private static FichierRefuse refus(String texte) {
        var refus = catchThrowableOfType(FichierRefuse.class, () -> lis(texte));
        assertThat(refus).as("le fichier aurait dû être refusé").isNotNull();
        return refus;
    }

    private static List<String> fautes(String texte) {
        return refus(texte).fautes().stream().map(Faute::toString).toList();
    }
}
