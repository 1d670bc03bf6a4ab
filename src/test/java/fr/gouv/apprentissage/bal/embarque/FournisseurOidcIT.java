package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.embarque.Appel.Reponse;
import fr.gouv.apprentissage.bal.oidc.FournisseurOidc;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package with tokens of a provider that it asks for its keys over HTTP: who sends tokens does not make it ask. */
class FournisseurOidcIT {

    private static final int RAFALE = 200;
    private static final String DOCUMENT = "{\"query\":\"{ moi { id } }\"}";

    private static FournisseurOidc fournisseur;
    private static Replique replique;

    @BeforeAll
    static void demarre() throws Exception {
        fournisseur = FournisseurOidc.demarre(Map.of());
        replique = Replique.de(
                Demonstration.partagee(),
                "-Dquarkus.oidc.public-key=",
                "-Dquarkus.oidc.token.issuer=" + fournisseur.adresse(),
                "-Dquarkus.oidc.auth-server-url=" + fournisseur.adresse());
    }

    @AfterAll
    static void arrete() {
        replique.close();
        fournisseur.close();
    }

    @Test
    void attaque21_une_rafale_de_cles_inconnues_n_atteint_pas_le_fournisseur() {
        // Given: a token by the key that was there at the start, and one by a key that came later
        assertThat(porteur(fournisseur.jeton("lba")).codes()).isEmpty();
        fournisseur.tourne();
        assertThat(porteur(fournisseur.jeton("lba")).codes()).isEmpty();
        long cles = fournisseur.demandes("/certs");

        // When
        for (int i = 0; i < RAFALE; i++) {
            refuse(porteur(fournisseur.jetonDUneCleInconnue("lba", "inconnue-" + i)));
        }

        // Then: at most one a minute
        assertThat(fournisseur.demandes("/certs") - cles).isLessThanOrEqualTo(1);
        assertThat(porteur(fournisseur.jeton("lba")).codes()).isEmpty();
    }

    @Test
    void attaque21_ce_qui_n_est_pas_un_jeton_ne_lui_est_pas_montre() {
        for (var faux :
                List.of("opaque", "a.b.c", "x".repeat(2_000), fournisseur.jetonDUneCleInconnue("lba", "autre"))) {
            refuse(porteur(faux));
        }

        assertThat(fournisseur.demandes("/introspect")).isZero();
        assertThat(fournisseur.demandes("/userinfo")).isZero();
    }

    private static void refuse(Reponse reponse) {
        assertThat(reponse.statut()).isEqualTo(401);
        assertThat(reponse.codes()).containsExactly("NON_AUTHENTIFIE");
    }

    private static Reponse porteur(String jeton) {
        return new Appel(replique.racine()).poste(DOCUMENT, Map.of("Authorization", "Bearer " + jeton));
    }
}
