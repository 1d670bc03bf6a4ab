package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.gouv.apprentissage.bal.connecteur.Fuites;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Files of contacts with each of their faults and some poisoned rows, and what is left of them to read. */
public final class FuitesDeFichiers {

    private static final Pattern ADRESSE = Pattern.compile("[^\\s;,{}\"|<>]+@[^\\s;,{}\"|<>]+");
    private static final String POISON = "Siret;Mails\n13002526500013;quelquun.empoisonne\u0000@fichier.example\n"
            + "13002526500013;\"quelquun.empoisonne@fichier.example\n;;;;quelquun.empoisonne@fichier.example\n"
            + "quelquun.empoisonne@fichier.example;13002526500013\n";

    private FuitesDeFichiers() {}

    public static void joue(Fuites fuites) {
        var bon = FichiersEnPanneTest.DEMO.constructys();
        fuites.tais(ADRESSE.matcher(new String(bon, StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .toList());
        fuites.tais(List.of("quelquun.empoisonne@fichier.example"));
        var adresse = new WireMockServer(options().dynamicPort());
        adresse.start();
        FichiersEnPanneTest.pannes().forEach(une -> lis(fuites, adresse, (ResponseDefinitionBuilder) une.get()[0]));
        lis(fuites, adresse, aResponse().withBody(bon));
        lis(fuites, adresse, aResponse().withBody(POISON));
        lis(fuites, adresse, aResponse().withBody(POISON.getBytes(StandardCharsets.UTF_16LE)));
        adresse.stop();
    }

    private static void lis(Fuites fuites, WireMockServer adresse, ResponseDefinitionBuilder reponse) {
        adresse.stubFor(get(anyUrl()).willReturn(reponse));
        try (var banc = FichiersEnPanneTest.deLAdresse(Format.CONSTRUCTYS, adresse.baseUrl() + "/contacts")) {
            banc.poursuis();
            fuites.releve(banc);
        }
    }
}
