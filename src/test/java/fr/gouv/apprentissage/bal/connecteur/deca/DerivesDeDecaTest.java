package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.DecaDeTest.J1;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import fr.gouv.apprentissage.bal.ingestion.SurDerive;
import fr.gouv.apprentissage.bal.personne.Personne;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What DECA sends beside its contract (domain.md §2.2), and what a run does where they differ. */
class DerivesDeDecaTest {

    private static final Clock NUIT = Clock.fixed(Instant.parse("2025-01-10T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate PREMIER = LocalDate.of(2025, 9, 1);

    private final SourceEnMemoire source = new SourceEnMemoire(J1);

    @ParameterizedTest
    @EnumSource(Extrait.class)
    void whatTheSimulatorSendsIsWhatTheContractSays(Extrait extrait) {
        var monde = new Monde(7, PREMIER, 20, 3000);
        var releve =
                new ReleveDeSchema(ConnecteurDeca.CONTRAT.pour(extrait.name().toLowerCase(Locale.ROOT)));
        var lignes = 0;
        for (var jour = PREMIER; !jour.isAfter(monde.dernierJour()); jour = jour.plusDays(1)) {
            for (var ligne : monde.lignes(extrait, jour)) {
                releve.compare(ligne);
                lignes++;
            }
        }

        assertThat(lignes).isGreaterThan(2000);
        assertThat(releve.derives().toutes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Extrait.class)
    void whatAnExtractDoesNotCarryIsADriftWhereItComes(Extrait extrait) {
        var releve =
                new ReleveDeSchema(ConnecteurDeca.CONTRAT.pour(extrait.name().toLowerCase(Locale.ROOT)));
        releve.compare(ligne());

        assertThat(releve.derives().toutes()).anySatisfy(une -> assertThat(une.champ())
                .isEqualTo(extrait == Extrait.LBA ? "/alternant/sexe" : "/formation/typeDiplome"));
    }

    @Test
    void theContractHasEachFieldThatIsReadWithItsClass() {
        var colonnes = Stream.of(Personne.class, Contrat.class)
                .flatMap(type -> Colonne.de(type).stream())
                .collect(Collectors.toMap(Colonne::nom, colonne -> colonne));
        var contrat = ConnecteurDeca.CONTRAT.champs().stream()
                .collect(Collectors.toMap(ContratDeSchema.Champ::champ, champ -> champ));

        assertThat(Champs.SIMPLES).allSatisfy(lu -> {
            assertThat(contrat).containsKey(lu.chemin().toString());
            assertThat(contrat.get(lu.chemin().toString()).classe())
                    .isEqualTo(colonnes.get(lu.colonne()).champ().flatMap(ChampDeclare::classe));
        });
    }

    @Test
    void aRunTellsWhatDrifted() {
        source.dit(J1, lba(), derivee(), derivee());
        try (var banc = new BancDIngestion(BaseDIngestion.vide(), NUIT, source)) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(banc.derniere().derives())
                    .hasToString("[Derive[champ=/employeur/denomination, nature=RETYPE, nombre=2, formes=[nombre]],"
                            + " Derive[champ=/employeur/pays, nature=NOUVEAU, nombre=2, formes=[texte(6)]]]");
        }
    }

    @Test
    void aRunThatMustStopFailsNamingTheField() {
        source.dit(J1, derivee());
        try (var banc = new BancDIngestion(BaseDIngestion.vide(), NUIT, source, SurDerive.ARRETER)) {
            banc.poursuis();

            assertThat(banc.derniere().etat()).hasToString("ECHOUEE");
            assertThat(banc.derniere().erreur())
                    .isEqualTo("la source a changé de forme : champ d'un autre type /employeur/denomination");
            assertThat(banc.texte("select count(*) from contrat")).isEqualTo("0");
        }
    }

    @Test
    void aRowThatTellsOfAnActOfALaterDayIsEarlyAndOneOfADayBeforeThatOfItsRecordIsLate() {
        source.dit(J1.plusDays(1), lba());
        source.dit(J1.plusDays(2), ligneDu("2025-01-10"), ligneDu("2025-01-09"));
        try (var banc = new BancDIngestion(BaseDIngestion.vide(), NUIT, source)) {
            banc.poursuis();
            assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=LIGNE_EN_AVANCE, nombre=1]]");

            banc.relis(J1.plusDays(1), J1.plusDays(1));

            assertThat(banc.derniere().signalements()).hasToString("[Signalement[motif=LIGNE_EN_RETARD, nombre=1]]");
        }
    }

    private static ObjectNode ligneDu(String signalee) {
        var ligne = lba();
        ligne.putObject("rupture").put("dateSignalement", signalee);
        return ligne;
    }

    private static ObjectNode derivee() {
        var ligne = lba();
        ligne.withObject("/employeur").put("denomination", 12).put("pays", "France");
        return ligne;
    }

    /** Only what the extract LBA carries. */
    private static ObjectNode lba() {
        var ligne = ligne();
        ligne.withObject("/alternant")
                .remove(List.of(
                        "sexe", "departementNaissance", "nationalite", "telephone", "adresse", "derniereClasse"));
        ligne.withObject("/formation").remove(List.of("dateDebutFormation", "dateFinFormation"));
        ligne.remove("etablissementFormation");
        return ligne;
    }
}
