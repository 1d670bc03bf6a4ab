package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** An habilitation as {@code moi} shows it, with what it is worth today. */
public record Habilitation(
        @Id @NonNul String id,
        @NonNul String client,
        @NonNul String finalite,
        @NonNul String baseLegale,
        @NonNul EtatHabilitation etat,
        @NonNul LocalDate du,
        @NonNul LocalDate au,
        @NonNul String accordeePar,
        String motifRevocation,
        @NonNul Perimetre perimetre,
        @NonNul List<DroitSurChamp> champs,
        @Description("Coordinates granted and not used for 90 days.") List<String> inutilises,
        @Description("Days until the end of an active habilitation, once they are at most 30.") Integer finDans) {

    /** Days before the end from which it is announced. */
    static final int PREAVIS = 30;

    /** What waits for a second person. */
    public static Habilitation proposee(Octroi octroi, LocalDate jour) {
        return de(octroi, EtatHabilitation.PROPOSEE, jour);
    }

    /** The habilitation on this day; its coordinates in the order of their names. */
    public static Habilitation de(Octroi octroi, LocalDate jour) {
        return de(octroi, octroi.etat(jour), jour);
    }

    private static Habilitation de(Octroi octroi, EtatHabilitation etat, LocalDate jour) {
        var champs = octroi.droits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(droit -> new DroitSurChamp(
                        droit.getKey().toString(),
                        droit.getValue().acces().stream().sorted().toList(),
                        droit.getValue().masque()))
                .toList();
        return new Habilitation(
                octroi.id(),
                octroi.client(),
                octroi.finalite(),
                octroi.baseLegale(),
                etat,
                octroi.du(),
                octroi.au(),
                octroi.accordeePar(),
                octroi.motifRevocation().orElse(null),
                octroi.perimetre(),
                champs,
                null,
                finDans(octroi, etat, jour));
    }

    /** The same, with what of it does not serve. */
    Habilitation avecInutilises(List<String> coordonnees) {
        return new Habilitation(
                id,
                client,
                finalite,
                baseLegale,
                etat,
                du,
                au,
                accordeePar,
                motifRevocation,
                perimetre,
                champs,
                List.copyOf(coordonnees),
                finDans);
    }

    private static Integer finDans(Octroi octroi, EtatHabilitation etat, LocalDate jour) {
        var jours = (int) ChronoUnit.DAYS.between(jour, octroi.au());
        return etat == EtatHabilitation.ACTIVE && jours <= PREAVIS ? jours : null;
    }
}
