package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.DomaineDeCourriel;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Facts of contact, as sources would say them. A day stands for its midnight in Paris; trust is 30 days. */
final class FaitsDeTest {

    static final LocalDate J = LocalDate.of(2025, 3, 10);
    static final Siren SIREN = siren(1);
    static final Siren AUTRE_SIREN = siren(2);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private FaitsDeTest() {}

    /** An address of the first establishment of {@link #SIREN}, as DECA says it. */
    static FaitDeContact deca(LocalDate jour, String courriel) {
        return fait("DECA", false, SIREN, Optional.of(siret(SIREN, 1)), courriel, jour);
    }

    static FaitDeContact fait(
            String source, boolean questionne, Siren siren, Optional<Siret> siret, String courriel, LocalDate jour) {
        var adresse = Courriel.lis(courriel);
        return new FaitDeContact(
                siren,
                siret,
                Optional.of(Sealed.recu(adresse)),
                DomaineDeCourriel.dEntreprise(adresse),
                source,
                questionne,
                quand(jour),
                jour.plusDays(30));
    }

    static FaitDeContact domaine(String source, boolean questionne, Siren siren, String domaine, LocalDate jour) {
        return new FaitDeContact(
                siren,
                Optional.empty(),
                Optional.empty(),
                Optional.of(domaine),
                source,
                questionne,
                quand(jour),
                jour.plusDays(30));
    }

    static Instant quand(LocalDate jour) {
        return jour.atStartOfDay(PARIS).toInstant();
    }

    /** The company of that number, 1 to 999. */
    static Siren siren(int numero) {
        return avecCle("%08d".formatted(10_000_000 + numero), Siren::new);
    }

    /** An establishment of a company, 1 to 999. */
    static Siret siret(Siren siren, int numero) {
        return avecCle(siren.valeur() + "%04d".formatted(numero), Siret::new);
    }

    private static <T> T avecCle(String debut, Function<String, T> lis) {
        return IntStream.range(0, 10)
                .mapToObj(cle -> debut + cle)
                .flatMap(texte -> {
                    try {
                        return List.of(lis.apply(texte)).stream();
                    } catch (IdentifiantInvalide mauvaiseCle) {
                        return List.<T>of().stream();
                    }
                })
                .findFirst()
                .orElseThrow();
    }
}
