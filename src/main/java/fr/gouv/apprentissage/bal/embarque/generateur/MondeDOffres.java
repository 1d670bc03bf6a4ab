package fr.gouv.apprentissage.bal.embarque.generateur;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What France Travail lists of the employers of a seed, day after day: the same companies that DECA speaks of. It holds nothing: each day is made when
 * it is asked for.
 */
public final class MondeDOffres {

    /** How long an offer stands at most, in days. */
    private static final int DUREE = 60;

    private static final List<String> METIERS =
            List.of("A1203", "D1102", "D1106", "F1602", "G1602", "H2902", "I1604", "K1302", "M1607", "M1805", "N4101");

    private final long graine;
    private final int parJour;

    /**
     * @param graine seed, that of the world whose employers publish
     * @param parJour how many offers are published in a day
     */
    public MondeDOffres(long graine, int parJour) {
        if (parJour < 0) {
            throw new IllegalArgumentException("parJour >= 0");
        }
        this.graine = graine;
        this.parJour = parJour;
    }

    /** The offers of the demo: some twelve a day. */
    public static MondeDOffres deDemonstration(long graine) {
        return new MondeDOffres(graine, 12);
    }

    /** What stands at this moment, in no order. */
    public List<OffreGeneree> offres(Instant maintenant) {
        var jour = LocalDate.ofInstant(maintenant, ZoneOffset.UTC);
        return Stream.iterate(jour.minusDays(DUREE), un -> un.plusDays(1))
                .limit(DUREE + 1L)
                .flatMap(cree -> IntStream.range(0, parJour).mapToObj(rang -> offre(cree, rang, maintenant)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<OffreGeneree> offre(LocalDate cree, int rang, Instant maintenant) {
        var h = Hasard.de(graine, 20, cree.toEpochDay(), rang);
        var creation = cree.atStartOfDay().plusSeconds(h.entier(86_400)).toInstant(ZoneOffset.UTC);
        var fin = creation.plusSeconds(86_400L * h.entre(5, DUREE));
        if (creation.isAfter(maintenant) || !fin.isAfter(maintenant)) {
            return Optional.empty();
        }
        var employeur = EmployeurGenere.de(graine, h);
        var changee = creation.plusSeconds(86_400L * h.entier(5));
        return Optional.of(new OffreGeneree(
                identifiant(cree, rang),
                Lieux.departement(h),
                h.surMille(850) ? "E2" : "FS",
                creation,
                changee.isAfter(maintenant) ? creation : changee,
                h.parmi(METIERS),
                h.surMille(700) ? Optional.of(employeur.siret()) : Optional.empty(),
                courriel(employeur, h),
                h.surMille(500) ? Optional.of(Mots.propre(h) + " " + Mots.nom(h)) : Optional.empty()));
    }

    /** Three in ten have none, most others a sentence, as the source has it. */
    private static Optional<String> courriel(EmployeurGenere employeur, Hasard h) {
        int forme = h.entier(10);
        if (forme < 3) {
            return Optional.empty();
        }
        if (forme < 6) {
            return Optional.of("Pour postuler, utiliser le lien suivant : https://offres.example/" + h.entier(1000));
        }
        return Optional.of(forme < 9 ? employeur.courriel() : "deux@@boite.example");
    }

    /** Seven digits and capitals, as the source's ids. */
    private static String identifiant(LocalDate cree, int rang) {
        var nombre = Math.floorMod(cree.toEpochDay() * 10_000 + rang, 78_364_164_096L);
        return "%7s"
                .formatted(Long.toString(nombre, 36).toUpperCase(Locale.ROOT))
                .replace(' ', '0');
    }
}
