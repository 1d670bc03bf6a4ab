package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;

/** Why a coordinate is granted or not, as {@code explique} shows it. A refused one has mask AUCUN: there is nothing to mask. */
public record Explication(
        @NonNul String coordonnee,
        @NonNul Acces acces,
        @NonNul Boolean autorise,
        @NonNul Masque masque,
        @Id String habilitation,
        @Description(
                        "Why not: AUCUN_DROIT, AUTRE_FINALITE, A_VENIR, EXPIREE, REVOQUEE, AUTRE_ACCES; on a row of an answer also HORS_PERIMETRE")
                String motif) {

    /** What the decision says of this access; names the habilitation that grants it under the least mask. */
    public static Explication de(Decision decision, Coordonnee coordonnee, Acces acces) {
        var verdict = decision.verdict(coordonnee, acces);
        var retenue = verdict.moinsMasquee();
        return new Explication(
                coordonnee.toString(),
                acces,
                verdict.autorise(),
                retenue.map(Decision.Portee::masque).orElse(Masque.AUCUN),
                retenue.map(portee -> decision.actifs().get(portee.octroi()).id())
                        .orElse(null),
                verdict.motif().map(Enum::name).orElse(null));
    }
}
