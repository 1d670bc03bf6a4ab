package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Engine and naive oracle agree on generated habilitations, perimeters, masks, data and documents: on the data, the errors, the refusals and the
 * journal entry of each answer, on what {@code explique} and {@code a-blanc} say of it, and on every page that a cursor leads to. How many: {@code bal.test.cas}; from which seed: {@code bal.test.graine}.
 */
class MoteurEtOracleTest {

    private static final int CAS = Integer.getInteger("bal.test.cas", 2000);
    private static final long GRAINE = Long.getLong("bal.test.graine", 1);
    private static final int REGISTRES_PAR_MONDE = 5;
    private static final int DOCUMENTS_PAR_REGISTRE = 5;
    private static final int PAGES_SUIVIES = 40;

    private int cas;
    private int montres;
    private int refuses;

    /** One seed makes one world, its registers and its documents: a failure is played again alone. */
    @Test
    void le_moteur_et_l_oracle_repondent_la_meme_chose() throws Exception {
        try (var banc = new Banc()) {
            for (long graine = GRAINE; cas < CAS; graine++) {
                monde(banc, graine);
            }
        }
        assertThat(montres).as("cas qui montrent des lignes").isGreaterThan(cas / 4);
        assertThat(refuses).as("opérations refusées").isBetween(cas / 50, cas / 2);
    }

    private void monde(Banc banc, long graine) throws Exception {
        var hasard = new Hasard(graine);
        var monde = new MondeAuHasard(hasard).monde();
        banc.remplace(monde);
        for (int i = 0; i < REGISTRES_PAR_MONDE; i++) {
            var registre = new RegistreAuHasard(hasard);
            banc.remplace(registre.octrois(), registre.clients());
            for (int j = 0; j < DOCUMENTS_PAR_REGISTRE; j++) {
                document(banc, monde, hasard, graine);
            }
        }
    }

    private void document(Banc banc, Monde monde, Hasard hasard, long graine) throws Exception {
        var connus = connus(banc, monde);
        var redige = new DocumentAuHasard(
                        hasard,
                        monde,
                        avec(connus.contrats(), banc.pseudonymes().id("tdb", "Contrat", 11)),
                        avec(connus.personnes(), "n'importe quoi"),
                        List.of("n'importe quoi"))
                .cas();
        var document = Banc.document(redige.texte());
        // the same document twice: the second time its plan is often there, the values are others
        for (int fois = 0; fois < 2; fois++) {
            cas++;
            var essai = new Essai(banc, monde, appelant(banc, hasard), mode(hasard), connus);
            var variables = new LinkedHashMap<>(redige.variables());
            try {
                essai.explique();
                var attendu = essai.joue(document, variables);
                montres += attendu.journal()
                                .filter(entree -> !entree.sujets().isEmpty())
                                .isPresent()
                        ? 1
                        : 0;
                refuses += attendu.refus().isEmpty() ? 0 : 1;
                essai.suisLesPages(document, variables, PAGES_SUIVIES);
            } catch (AssertionError | RuntimeException ecart) {
                throw new AssertionError(
                        "graine %d (-Dbal.test.graine=%d)%n%s%nmode %s, variables %s, agent %s, %s%n%s%n%s%n"
                                .formatted(
                                        graine,
                                        graine,
                                        redige.texte(),
                                        essai.mode(),
                                        variables,
                                        essai.appelant().perimetre().bornes(),
                                        banc.registre().clients(),
                                        RegistreAuHasard.texte(banc.registre().octrois()),
                                        ecart.getMessage()),
                        ecart);
            }
        }
    }

    private static Appelant appelant(Banc banc, Hasard hasard) {
        var finalite = banc.registre().octrois().stream()
                        .anyMatch(octroi -> octroi.client().equals(RegistreAuHasard.CLIENT))
                ? Optional.of(RegistreAuHasard.FINALITE)
                : Optional.<String>empty();
        var agent = hasard.une(1, 5) ? Optional.of("agent-1") : Optional.<String>empty();
        return new Appelant(
                RegistreAuHasard.CLIENT,
                agent,
                finalite,
                RegistreAuHasard.JOUR,
                Set.of(),
                new RegistreAuHasard(hasard).agent());
    }

    private static Mode mode(Hasard hasard) {
        return hasard.une(1, 10) ? Mode.STRICTE : Mode.NORMAL;
    }

    private static OracleDeReponse.Connus connus(Banc banc, Monde monde) {
        var pseudonymes = banc.pseudonymes();
        var contrats = new LinkedHashMap<String, Long>();
        monde.fiches()
                .forEach(fiche ->
                        contrats.put(pseudonymes.id(RegistreAuHasard.CLIENT, "Contrat", fiche.id()), fiche.id()));
        var personnes = new LinkedHashMap<String, Long>();
        monde.personnes().forEach(id -> personnes.put(pseudonymes.id(RegistreAuHasard.CLIENT, "Personne", id), id));
        monde.fusions()
                .keySet()
                .forEach(id -> personnes.put(pseudonymes.id(RegistreAuHasard.CLIENT, "Personne", id), id));
        return new OracleDeReponse.Connus(contrats, personnes, new LinkedHashMap<>());
    }

    private static List<String> avec(Map<String, Long> connus, String autre) {
        var ids = new ArrayList<>(connus.keySet());
        ids.add(autre);
        return ids;
    }
}
