package fr.gouv.apprentissage.bal.habilitation.fichier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Catalogues;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Decision;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Motif;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo file lets each demo client do what the README and DESIGN.md say of it. */
class DemoTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);

    private static Registre registre;

    @BeforeAll
    static void lis() throws IOException {
        try (var flux = DemoTest.class.getResourceAsStream("/habilitations-demo.yaml")) {
            var fichier = Lecteur.lis(flux.readAllBytes(), Catalogues.REEL);
            registre = new Registre(
                    1,
                    fichier.clients().stream().collect(Collectors.toMap(ClientHabilite::id, Function.identity())),
                    fichier.entrees().stream()
                            .map(FichierHabilitations.Entree::octroi)
                            .toList());
        }
    }

    @Test
    void theDemoClientsAreListed() {
        assertThat(registre.clients()).containsOnlyKeys("lba", "tdb", "sans-droit", "administration", "delegue");
    }

    @Test
    void laBonneAlternanceIsGrantedSomeOfThePrintedQueryAndRefusedTheRest() {
        var decision = decision("lba");

        assertThat(List.of("Contrat.dateDebut", "Contrat.alternant", "Contrat.organismeFormation", "Personne.nom"))
                .allMatch(champ -> accorde(decision, champ, Acces.LIRE));
        assertThat(accorde(decision, "Contrat.dateDebut", Acces.FILTRER)).isTrue();
        assertThat(decision.verdict(Coordonnee.lis("Personne.prenoms"), Acces.LIRE)
                        .moinsMasquee())
                .map(Decision.Portee::masque)
                .contains(Masque.INITIALE);
        assertThat(decision.verdict(Coordonnee.lis("Personne.courriels"), Acces.LIRE)
                        .motif())
                .contains(Motif.AUTRE_FINALITE);
        assertThat(decision.actifs()).singleElement().satisfies(octroi -> assertThat(
                        octroi.perimetre().bornes())
                .containsEntry("regions", List.of("53"))
                .containsEntry("sources", List.of("DECA")));
    }

    @Test
    void theDelegateFindsPersonsByEveryCriterionAndSeesTheirRecords() {
        var decision = decision("delegue");

        assertThat(List.of("nom", "prenoms", "dateNaissance", "ine", "courriels", "telephones"))
                .allMatch(champ -> accorde(decision, "Personne." + champ, Acces.FILTRER))
                .allMatch(champ -> accorde(decision, "Personne." + champ, Acces.LIRE));
        assertThat(accorde(decision, "Contrat.dateDebut", Acces.LIRE)).isTrue();
    }

    @Test
    void listedClientsWithoutHabilitationHaveNothing() {
        assertThat(List.of("sans-droit", "administration"))
                .allSatisfy(client -> assertThat(decision(client).actifs()).isEmpty());
    }

    private static Decision decision(String client) {
        var finalite = (Finalites.Retenue) Finalites.resous(registre, client, Optional.empty());
        return Decision.de(registre, client, finalite.finalite(), JOUR);
    }

    private static boolean accorde(Decision decision, String champ, Acces acces) {
        return decision.verdict(Coordonnee.lis(champ), acces).autorise();
    }
}
