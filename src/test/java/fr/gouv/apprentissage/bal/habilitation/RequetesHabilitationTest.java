package fr.gouv.apprentissage.bal.habilitation;

import static fr.gouv.apprentissage.bal.habilitation.Acces.FILTRER;
import static fr.gouv.apprentissage.bal.habilitation.Acces.LIRE;
import static fr.gouv.apprentissage.bal.habilitation.Masque.AUCUN;
import static fr.gouv.apprentissage.bal.habilitation.Masque.INITIALE;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.JOUR;
import static fr.gouv.apprentissage.bal.habilitation.Octrois.octroi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequetesHabilitationTest {

    private static final Registre REGISTRE = Octrois.registre(
            List.of(
                    new ClientHabilite("lba", "La bonne alternance", Optional.of("rdv")),
                    new ClientHabilite("tdb", "Tableau de bord", Optional.empty())),
            octroi("b").accorde("Personne.nom", INITIALE, LIRE).accorde("Contrat.dateDebut", AUCUN, LIRE, FILTRER),
            octroi("a").accorde("Personne.nom", AUCUN, LIRE),
            octroi("c").pour("mesure").accorde("Personne.courriels", Masque.DOMAINE, LIRE),
            octroi("d").revoque("fin de convention").accorde("Personne.ine", AUCUN, LIRE),
            octroi("e").client("tdb").pour("effectifs").accorde("Personne.nom", AUCUN, LIRE));

    private final RequetesHabilitation requetes =
            new RequetesHabilitation(new RegistreFixe(), Catalogues.REEL, (ids, jour) -> Uni.createFrom()
                    .item(Map.of("a", List.of("Personne.nom"), "d", List.of("Personne.ine"))));

    @Test
    void theCallerSeesItsOwnHabilitationsWhateverTheirState() {
        var moi = moi("lba");

        assertThat(moi.nom()).isEqualTo("La bonne alternance");
        assertThat(moi.finaliteParDefaut()).isEqualTo("rdv");
        assertThat(moi.habilitations()).extracting(Habilitation::id).containsExactly("a", "b", "c", "d");
        assertThat(moi.habilitations())
                .extracting(Habilitation::etat)
                .containsExactly(
                        EtatHabilitation.ACTIVE,
                        EtatHabilitation.ACTIVE,
                        EtatHabilitation.ACTIVE,
                        EtatHabilitation.REVOQUEE);
        assertThat(moi.habilitations().get(3).motifRevocation()).isEqualTo("fin de convention");
        assertThat(moi.habilitations().get(1).champs())
                .containsExactly(
                        new DroitSurChamp("Contrat.dateDebut", List.of(LIRE, FILTRER), AUCUN),
                        new DroitSurChamp("Personne.nom", List.of(LIRE), INITIALE));
    }

    @Test
    void theOnlyPurposeShowsAsTheDefault() {
        assertThat(moi("tdb").finaliteParDefaut()).isEqualTo("effectifs");
    }

    @Test
    void whatDoesNotServeShowsOnActiveHabilitationsOfWhichItIsKnown() {
        assertThat(moi("lba").habilitations())
                .extracting(Habilitation::inutilises)
                .containsExactly(List.of("Personne.nom"), null, null, null);
    }

    @Test
    void eachCoordinateIsExplainedInTheOrderAsked() {
        var explications = requetes.explique(
                List.of("Personne.ine", "Personne.nom", "Personne.courriels", "Personne.nom"),
                null,
                null,
                appelant("lba"));

        assertThat(explications)
                .containsExactly(
                        new Explication("Personne.ine", LIRE, false, AUCUN, null, "REVOQUEE"),
                        new Explication("Personne.nom", LIRE, true, AUCUN, "a", null),
                        new Explication("Personne.courriels", LIRE, false, AUCUN, null, "AUTRE_FINALITE"),
                        new Explication("Personne.nom", LIRE, true, AUCUN, "a", null));
    }

    @Test
    void anotherAccessAndAnotherPurposeCanBeAskedFor() {
        assertThat(requetes.explique(List.of("Contrat.dateDebut"), FILTRER, null, appelant("lba")))
                .containsExactly(new Explication("Contrat.dateDebut", FILTRER, true, AUCUN, "b", null));
        assertThat(requetes.explique(List.of("Personne.courriels"), LIRE, "mesure", appelant("lba")))
                .containsExactly(new Explication("Personne.courriels", LIRE, true, Masque.DOMAINE, "c", null));
    }

    @Test
    void anUnknownCoordinateNamesTheArgumentAndRepeatsNoValue() {
        for (var inconnue : List.of("Personne.secret", "Personne", "", "Contrat.id", "a.b.c")) {
            assertThatThrownBy(() -> requetes.explique(List.of("Personne.nom", inconnue), LIRE, null, appelant("lba")))
                    .isInstanceOfSatisfying(ArgumentInvalide.class, refus -> assertThat(refus.argument())
                            .isEqualTo("coordonnees"))
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("a.b.c");
        }
    }

    private Client moi(String client) {
        return requetes.moi(appelant(client)).await().indefinitely();
    }

    private static Appelant appelant(String client) {
        return new Appelant(client, Optional.empty(), Optional.of("rdv"), JOUR, Set.of());
    }

    private static final class RegistreFixe implements RegistreCourant {
        @Override
        public Registre courant() {
            return REGISTRE;
        }

        @Override
        public Uni<Registre> relis() {
            return Uni.createFrom().item(REGISTRE);
        }

        @Override
        public Uni<Boolean> tient(long revision) {
            return Uni.createFrom().item(REGISTRE.revision() == revision);
        }
    }
}
