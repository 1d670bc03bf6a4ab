package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An habilitation: client × purpose × legal basis × from/to × perimeter × (coordinate → accesses, mask), wildcards expanded.
 *
 * @param id never comes back once revoked
 * @param client whom it is for
 * @param finalite purpose
 * @param baseLegale text of the legal basis, as it stood when granted
 * @param accordeePar who granted it
 * @param du first day, Europe/Paris
 * @param au last day, inclusive
 * @param motifRevocation why it was revoked; empty: it was not
 * @param perimetre rows that it reaches
 * @param droits what it grants
 */
public record Octroi(
        String id,
        String client,
        String finalite,
        String baseLegale,
        String accordeePar,
        LocalDate du,
        LocalDate au,
        Optional<String> motifRevocation,
        Perimetre perimetre,
        Map<Coordonnee, Droit> droits) {

    public Octroi {
        droits = Map.copyOf(droits);
    }

    /** What it is worth on this day; a revoked one is revoked on every day. */
    public EtatHabilitation etat(LocalDate jour) {
        if (motifRevocation.isPresent()) {
            return EtatHabilitation.REVOQUEE;
        }
        if (jour.isBefore(du)) {
            return EtatHabilitation.A_VENIR;
        }
        return jour.isAfter(au) ? EtatHabilitation.EXPIREE : EtatHabilitation.ACTIVE;
    }

    /** The same, revoked. */
    public Octroi revoque(String motif) {
        return new Octroi(id, client, finalite, baseLegale, accordeePar, du, au, Optional.of(motif), perimetre, droits);
    }

    /** The same without what it grants on these coordinates. */
    Octroi sans(Set<Coordonnee> coordonnees) {
        if (coordonnees.isEmpty()) {
            return this;
        }
        var restants = new HashMap<>(droits);
        restants.keySet().removeAll(coordonnees);
        return new Octroi(id, client, finalite, baseLegale, accordeePar, du, au, motifRevocation, perimetre, restants);
    }

    /** Whether it would grant this access on the coordinate if it were active. */
    boolean accorde(Coordonnee coordonnee, Acces acces) {
        var droit = droits.get(coordonnee);
        return droit != null && droit.acces().contains(acces);
    }
}
