package fr.gouv.apprentissage.bal.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

/** A run of facts whose database has twice no room left in the middle of it, as the operator sees it, and that goes on by itself. */
public final class PeuDePlace {

    /** A run writes several times as much. */
    private static final long RESTE = 64 << 10;

    private static final int FOIS = 2;

    private PeuDePlace() {}

    /** Begins, waits for room twice, and ends: one run, that counts each row once. */
    public static void deroule(BaseALEtroit base, BaseALEtroit.Moyen moyen, BancDIngestion banc, String connecteur) {
        try (var journal = JournalEntendu.ordinaire()) {
            base.remplis(RESTE);
            banc.poursuis();
            for (var fois = 1; fois <= FOIS; fois++) {
                attend(banc, "it is full");
                banc.tour();
                attend(banc, "there is still no room");
                base.libere();
                if (fois < FOIS) {
                    base.remplis(RESTE * 2);
                }
                banc.tour();
            }

            assertThat(banc.derniere().etat()).hasToString("TERMINEE");
            assertThat(banc.executions()).hasSize(1);
            assertThat(banc.mesures()
                            .get("bal.ingestion.interruptions")
                            .tag("motif", "BASE_PLEINE")
                            .counter()
                            .count())
                    .isEqualTo(2.0 * FOIS);
            assertThat(journal.texte())
                    .contains(connecteur + " : exécution")
                    .contains("interrompue", moyen == BaseALEtroit.Moyen.SYSTEME_DE_FICHIERS ? "53100" : "XX000");
        }
    }

    private static void attend(BancDIngestion banc, String pourquoi) {
        assertThat(banc.derniere().etat()).as(pourquoi).hasToString("EN_ATTENTE");
        assertThat(banc.derniere().erreur()).isEqualTo("la base de données n'a plus de place");
    }
}
