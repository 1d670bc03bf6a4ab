package fr.gouv.apprentissage.bal.attaque;

import static fr.gouv.apprentissage.bal.attaque.Cible.refusee;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that speak for a proxy, and requests that two readers would not end at the same place. */
class RequetesAmbiguesIT {

    private static final String MOI = "{\"query\":\"{ moi { id } }\"}";
    private static final String CACHEE = "GET /q/health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static Cible cible;

    @BeforeAll
    static void vise() throws Exception {
        cible = Cible.vivante();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-User,administration",
        "X-Remote-User,administration",
        "X-Forwarded-For,127.0.0.1",
        "Forwarded,for=127.0.0.1;host=localhost",
        "X-Forwarded-Host,localhost",
        "X-Original-URL,/dev/jeton?client=administration",
        "X-Rewrite-URL,/q/metrics",
        "X-Forwarded-Prefix,/q"
    })
    void attaque36_entetes_de_mandataire_sans_effet(String nom, String valeur) {
        var reponse = cible.appel().poste("lba", MOI, Map.of(nom, valeur));

        assertThat(reponse.corps()).isEqualTo("{\"data\":{\"moi\":{\"id\":\"lba\"}}}");
        refusee(cible.appel().poste(MOI, Map.of(nom, valeur)), 401, "NON_AUTHENTIFIE");
    }

    @Test
    void attaque36_un_hote_emprunte_n_obtient_pas_de_jeton() throws IOException {
        assertThat(cible.statuts(
                        "GET /dev/jeton?client=lba HTTP/1.1\r\nHost: ailleurs.example\r\nX-Forwarded-Host: localhost\r\n"
                                + "Forwarded: host=localhost\r\n\r\n"))
                .containsExactly("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 26\r\nContent-Length: 4\r\n",
                "Content-Length: 26, 4\r\n",
                "Content-Length: +26\r\n",
                "Content-Length: -1\r\n",
                "Transfer-Encoding : chunked\r\n",
                "X-Finalite: a\rb\r\nContent-Length: 26\r\n"
            })
    void attaque36_longueur_equivoque(String entetes) throws IOException {
        assertThat(cible.statuts(cible.enTetes("lba") + entetes + "\r\n" + MOI + CACHEE))
                .containsExactly("400");
    }

    @Test
    void attaque36_une_requete_cachee_dans_un_corps_refuse_n_est_pas_lue() throws IOException {
        var entetes =
                "Host: localhost\r\nContent-Type: application/json\r\nContent-Length: " + CACHEE.length() + "\r\n\r\n";

        assertThat(cible.statuts("POST /graphql HTTP/1.1\r\n" + entetes + CACHEE))
                .containsExactly("401");
        assertThat(cible.statuts("PUT /graphql HTTP/1.1\r\n" + entetes + CACHEE))
                .containsExactly("405");
    }
}
