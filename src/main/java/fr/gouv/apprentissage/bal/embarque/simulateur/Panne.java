package fr.gouv.apprentissage.bal.embarque.simulateur;

import java.time.Duration;

/** What can go wrong with one answer. */
public sealed interface Panne {

    /** HTTP 500. */
    record Erreur500() implements Panne {}

    /** HTTP 503, without a word on when it ends. */
    record Indisponible() implements Panne {}

    /** HTTP 401 to the right account: its secret was turned, or its token has ended. */
    record CompteRefuse() implements Panne {}

    /**
     * HTTP 429.
     *
     * @param reessayerApres value of {@code Retry-After}, in seconds; 0: there is none
     */
    record TropDeDemandes(int reessayerApres) implements Panne {}

    /**
     * The connection ends within the body.
     *
     * @param pourCent how much of the body has left, from 0 to 99
     */
    record Coupure(int pourCent) implements Panne {}

    /**
     * The body stops and the connection stays.
     *
     * @param pourCent how much of the body has left, from 0 to 99
     * @param attente until the connection ends after all
     */
    record Calage(int pourCent, Duration attente) implements Panne {}

    /** HTTP 200, the right type, and a body that is no JSON from its middle on. */
    record CorpsIllisible() implements Panne {}

    /** HTTP 200 and a page for people, as a proxy on the way gives it. */
    record PageHtml() implements Panne {}

    /** The right body under another content type. */
    record MauvaisType() implements Panne {}

    /**
     * The right answer, late.
     *
     * @param attente before the first byte
     */
    record Lenteur(Duration attente) implements Panne {}

    /**
     * The period is cut into pages otherwise than before, this once: number and content of the pages change while it is read.
     *
     * @param taillePage rows per page
     */
    record AutrePagination(int taillePage) implements Panne {}

    /** Right but for its list, which is missing. */
    record SansContrats() implements Panne {}

    /** The day has no row, though it had some. */
    record JourneeVide() implements Panne {}

    /** The first row of the day has gone since: each of the others stands one place further ahead, some of them on a page that was read already. */
    record LigneRetiree() implements Panne {}

    /** The last row of the page is left out, though the page announces it with all others. */
    record PageCourte() implements Panne {}

    /** The first page in the place of this one. */
    record PageRepetee() implements Panne {}

    /** HTTP 400: a parameter that was good before. */
    record DemandeRefusee() implements Panne {}
}
