package fr.gouv.apprentissage.bal.connecteur.francetravail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.simulateur.OptionsFranceTravail;
import fr.gouv.apprentissage.bal.embarque.simulateur.SimulateurFranceTravail;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.BaseALEtroit;
import fr.gouv.apprentissage.bal.ingestion.ContactsStockes;
import fr.gouv.apprentissage.bal.ingestion.PeuDePlace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Given a database whose disk is full in the middle of the offers, when there is room again, then the run goes on by itself and has each of them once. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DisquePleinDesOffresTest {

    private static final List<String> DEPARTEMENTS = List.of("22", "35", "56");
    private static final int PAR_DEPARTEMENT = 2_900;
    private static final List<EntrepriseDemo> ENTREPRISES = new EntreprisesDemo(7).toutes();

    static List<BaseALEtroit.Moyen> moyens() {
        return BaseALEtroit.moyens();
    }

    @ParameterizedTest
    @MethodSource("moyens")
    void a_full_disk_loses_no_offer_and_takes_none_for_gone(BaseALEtroit.Moyen moyen) {
        var offres = offres();
        try (var base = new BaseALEtroit(moyen);
                var source = SimulateurFranceTravail.demarre(
                        maintenant -> offres, OptionsFranceTravail.sansLimite(FranceTravailDeTest.HORLOGE));
                var banc = BancDIngestion.deContacts(
                        base.pool(),
                        FranceTravailDeTest.HORLOGE,
                        CourseFranceTravail.connecteur(
                                source.url(),
                                source.connexion(),
                                source.options().compte(),
                                DEPARTEMENTS,
                                Limites.DOCUMENTEES.page(),
                                base.pool(),
                                FranceTravailDeTest.HORLOGE))) {
            PeuDePlace.deroule(base, moyen, banc, "francetravail");

            assertThat(banc.derniere().lus()).isEqualTo(offres.size());
            assertThat(banc.derniere().crees()).isEqualTo(offres.size());
            assertThat(banc.texte("select count(*) from offre where disparue_le is null"))
                    .isEqualTo(String.valueOf(offres.size()));
            assertThat(ContactsStockes.de(banc).stream().map(une -> une.split(" ")[0]))
                    .containsExactlyInAnyOrderElementsOf(offres.stream()
                            .map(OffreGeneree::courriel)
                            .flatMap(Optional::stream)
                            .toList());
        }
    }

    private static List<OffreGeneree> offres() {
        return DEPARTEMENTS.stream()
                .flatMap(departement -> IntStream.range(0, PAR_DEPARTEMENT).mapToObj(rang -> offre(departement, rang)))
                .toList();
    }

    private static OffreGeneree offre(String departement, int rang) {
        return Offres.avecContact(
                departement + "C" + rang,
                departement,
                ENTREPRISES.get(rang % ENTREPRISES.size()).siret(),
                "accueil" + departement + "x" + rang + "@atelier" + rang % 500 + ".example");
    }
}
