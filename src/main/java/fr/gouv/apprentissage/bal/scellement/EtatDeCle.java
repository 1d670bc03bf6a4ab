package fr.gouv.apprentissage.bal.scellement;

import java.util.List;

/**
 * What is known of one version of a key: nothing of the key itself.
 *
 * @param genre a class, {@code INDEX:<kind>}, {@code PSEUDONYME} or {@code EPOQUE}
 * @param version of the key, or number of the epoch; 0 where the tables have none
 * @param courante whether new values go under it
 * @param presente whether it may serve now
 * @param reste milliseconds until it no longer may, unless it is refreshed; 0 when absent
 * @param pourquoi in French, why it is absent, or how its last refresh failed; empty when all is well
 */
record EtatDeCle(String genre, int version, boolean courante, boolean presente, long reste, String pourquoi) {

    static List<EtatDeCle> de(Lignee lignee, long maintenant) {
        if (lignee.versions().isEmpty()) {
            return List.of(new EtatDeCle(lignee.genre(), 0, true, false, 0, "aucune version connue"));
        }
        var courante = lignee.courante(maintenant);
        return lignee.versions().stream()
                .map(cle -> de(lignee.genre(), cle, cle == courante, maintenant))
                .toList();
    }

    private static EtatDeCle de(String genre, CleVive cle, boolean courante, long maintenant) {
        var presente = cle.presente(maintenant);
        var pourquoi = presente
                ? cle.panne().map(p -> "rafraîchissement manqué (" + p + ")").orElse("")
                : cle.pourquoi();
        return new EtatDeCle(genre, cle.version(), courante, presente, Math.max(0, cle.fin() - maintenant), pourquoi);
    }
}
