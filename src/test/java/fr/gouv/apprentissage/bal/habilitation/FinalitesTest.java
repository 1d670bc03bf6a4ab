package fr.gouv.apprentissage.bal.habilitation;

import static fr.gouv.apprentissage.bal.habilitation.Octrois.octroi;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.registre;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinalitesTest {

    private static final List<ClientHabilite> AVEC_DEFAUT =
            List.of(new ClientHabilite("lba", "La bonne alternance", Optional.of("rdv")));

    @Test
    void aClientWithoutHabilitationHasNoneAndNeedsNone() {
        assertThat(Finalites.resous(registre(AVEC_DEFAUT), "lba", Optional.empty()))
                .isEqualTo(new Finalites.Retenue(Optional.empty()));
    }

    @Test
    void theHeaderIsIgnoredForAClientWithoutHabilitation() {
        assertThat(Finalites.resous(registre(AVEC_DEFAUT), "lba", Optional.of("quelconque")))
                .isEqualTo(new Finalites.Retenue(Optional.empty()));
    }

    @Test
    void theOnlyPurposeIsTheDefault() {
        assertThat(Finalites.resous(registre(octroi("a"), octroi("b")), "lba", Optional.empty()))
                .isEqualTo(new Finalites.Retenue(Optional.of("rdv")));
    }

    @Test
    void ofSeveralPurposesWithoutDefaultOneMustBeDeclared() {
        assertThat(Finalites.resous(registre(octroi("a"), octroi("b").pour("mesure")), "lba", Optional.empty()))
                .isEqualTo(new Finalites.Requise());
    }

    @Test
    void theDeclaredDefaultHoldsAmongSeveral() {
        assertThat(Finalites.resous(
                        registre(AVEC_DEFAUT, octroi("a"), octroi("b").pour("mesure")), "lba", Optional.empty()))
                .isEqualTo(new Finalites.Retenue(Optional.of("rdv")));
    }

    @Test
    void theHeaderOutranksTheDefault() {
        assertThat(Finalites.resous(
                        registre(AVEC_DEFAUT, octroi("a"), octroi("b").pour("mesure")), "lba", Optional.of("mesure")))
                .isEqualTo(new Finalites.Retenue(Optional.of("mesure")));
    }

    @Test
    void aPurposeThatIsNoneOfTheClientsIsRefused() {
        assertThat(Finalites.resous(
                        registre(octroi("a"), octroi("b").client("tdb").pour("effectifs")),
                        "lba",
                        Optional.of("effectifs")))
                .isEqualTo(new Finalites.NonHabilitee());
    }

    @Test
    void aPurposeWhoseHabilitationsAreRevokedOrExpiredIsStillKnown() {
        var registre = registre(
                octroi("a").revoque("fin"),
                octroi("b").pour("mesure").du(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 2)));

        assertThat(Finalites.resous(registre, "lba", Optional.of("rdv")))
                .isEqualTo(new Finalites.Retenue(Optional.of("rdv")));
        assertThat(Finalites.resous(registre, "lba", Optional.of("mesure")))
                .isEqualTo(new Finalites.Retenue(Optional.of("mesure")));
    }

    @Test
    void theDefaultIsKnownEvenWithoutAnHabilitationForIt() {
        assertThat(Finalites.resous(registre(AVEC_DEFAUT, octroi("a").pour("mesure")), "lba", Optional.of("rdv")))
                .isEqualTo(new Finalites.Retenue(Optional.of("rdv")));
    }
}
