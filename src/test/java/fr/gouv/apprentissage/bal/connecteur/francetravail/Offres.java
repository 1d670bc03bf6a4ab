package fr.gouv.apprentissage.bal.connecteur.francetravail;

import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Offers as a test wants them. */
final class Offres {

    static final Instant MAINTENANT = Instant.parse("2026-03-15T10:00:00Z");

    /** Establishments whose keys hold. */
    static final List<String> SIRETS = List.of("13002526500013", "35600000000048");

    private Offres() {}

    static OffreGeneree offre(String id, String departement, Instant creation) {
        return new OffreGeneree(
                id,
                departement,
                "E2",
                creation,
                creation,
                "K1302",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static OffreGeneree avecContact(String id, String departement, String siret, String courriel) {
        return new OffreGeneree(
                id,
                departement,
                "E2",
                MAINTENANT.minusSeconds(3600),
                MAINTENANT.minusSeconds(1800),
                "K1302",
                Optional.of(siret),
                Optional.of(courriel),
                Optional.of("Zvikjoltérêmb Qzanovêkrv"));
    }

    /** So many, a minute apart, the newest first. */
    static List<OffreGeneree> nombre(String departement, int combien) {
        return IntStream.range(0, combien)
                .mapToObj(
                        rang -> offre(departement + "R" + rang, departement, MAINTENANT.minusSeconds(60L * (rang + 1))))
                .toList();
    }
}
