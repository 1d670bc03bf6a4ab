package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.scellement.vault.Coffre;
import fr.gouv.apprentissage.bal.scellement.vault.VaultKeyHolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vault.client.VaultClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** What of a process seals and opens, its keys at a real Vault, its clock in a test's hand. */
final class ProcessusDeTest {

    static final Autorisation TOUT = Autorisation.deDecision(Set.of(1, 7, 10, 11), "test");

    final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2026-03-01T08:00:00Z"));
    final SimpleMeterRegistry mesures = new SimpleMeterRegistry();
    final KeyHolder detenteur;
    final Trousseau trousseau;
    final Scellement scellement;
    final SanteDesCles sante;

    private ProcessusDeTest(KeyHolder detenteur, RegistreDesCles registre) {
        this.detenteur = new DetenteurMesure(detenteur, mesures);
        this.trousseau = new Trousseau(this.detenteur, registre, horloge, ConfigDeTest.PAR_DEFAUT);
        this.scellement = new Scelleur(trousseau);
        this.sante = new SanteDesCles(trousseau);
    }

    /** Not started yet: it has no key in memory. */
    static ProcessusDeTest de(VaultClient client, String moteur, RegistreDesCles registre) {
        var coffre = new Coffre(client, moteur, Duration.ofSeconds(4));
        return new ProcessusDeTest(new VaultKeyHolder(coffre), registre);
    }

    ProcessusDeTest demarre() {
        trousseau.ouvre();
        new MesuresDesCles(trousseau, mesures).inscris();
        return this;
    }

    /** Time as it passes in a running process, in steps as long as its upkeep's; the calls go to the real server. */
    void passe(Duration duree) {
        var pas = Duration.ofSeconds(30);
        for (var reste = duree; reste.compareTo(Duration.ZERO) > 0; reste = reste.minus(pas)) {
            horloge.avance(reste.compareTo(pas) < 0 ? reste : pas);
            trousseau.entretiens();
            trousseau.laisseExpirer();
        }
    }

    /** A record of the test, a name (class IDENTITE) and a boolean (class SENSIBLE) sealed in it. */
    Fiche scelle() {
        var cle = scellement.nouvelle(1);
        return new Fiche(
                cle.epoque(),
                cle.enveloppe(),
                scellement.scelle(cle, FicheDeTest.TEXTE, Sealed.recu("Zoé")),
                scellement.scelle(cle, FicheDeTest.BOOLEEN, Sealed.recu(true)));
    }

    String ouvre(Fiche fiche) {
        return scellement.ouvre(TOUT, scellement.cle(1, fiche.epoque, fiche.secret), FicheDeTest.TEXTE, fiche.nom);
    }

    Boolean ouvreSensible(Fiche fiche) {
        return scellement.ouvre(
                TOUT, scellement.cle(1, fiche.epoque, fiche.secret), FicheDeTest.BOOLEEN, fiche.sensible);
    }

    /** Calls to the holder that ended so. */
    long appels(String operation, String resultat) {
        return mesures.find("bal.cles.appels").tag("operation", operation).tag("resultat", resultat).timers().stream()
                .mapToLong(minuteur -> minuteur.count())
                .sum();
    }

    record Fiche(int epoque, byte[] secret, byte[] nom, byte[] sensible) {}
}
