package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.ingestion.BaseALEtroit;
import fr.gouv.apprentissage.bal.ingestion.ContactsStockes;
import fr.gouv.apprentissage.bal.ingestion.PeuDePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Given a database whose disk is full in the middle of a file, when there is room again, then the run goes on by itself and has each of its facts once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DisquePleinDesFichiersTest {

    private static final List<String> COURRIELS = IntStream.range(0, 9_000)
            .mapToObj(rang -> "accueil" + rang + "@atelier" + rang % 500 + ".example")
            .toList();
    private static final List<EntrepriseDemo> ENTREPRISES = new EntreprisesDemo(7).toutes();

    static List<BaseALEtroit.Moyen> moyens() {
        return BaseALEtroit.moyens();
    }

    @TempDir
    private Path dossier;

    @ParameterizedTest
    @MethodSource("moyens")
    void a_full_disk_loses_no_contact(BaseALEtroit.Moyen moyen) throws IOException {
        Files.writeString(
                dossier.resolve("contacts.csv"),
                IntStream.range(0, COURRIELS.size())
                        .mapToObj(rang ->
                                ENTREPRISES.get(rang % ENTREPRISES.size()).siret() + ";" + COURRIELS.get(rang))
                        .collect(Collectors.joining("\n", "Siret;Mails\n", "\n")));
        try (var base = new BaseALEtroit(moyen);
                var banc = FichiersEnPanneTest.duDossier(base.pool(), Format.CONSTRUCTYS, dossier)) {
            PeuDePlace.deroule(base, moyen, banc, "contacts-constructys");

            assertThat(banc.derniere().lus()).isEqualTo(COURRIELS.size());
            assertThat(banc.derniere().crees()).isEqualTo(COURRIELS.size());
            assertThat(ContactsStockes.de(banc).stream().map(un -> un.split(" ")[0]))
                    .containsExactlyInAnyOrderElementsOf(COURRIELS);
        }
    }
}
