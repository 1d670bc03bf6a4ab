package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A source of facts that is read whole, part by part: a file, the offers of a département. Facts have no order among each other, so a part may be read
 * again from its beginning without harm; what was written of it stays.
 */
public interface ConnecteurDeFaits extends ConnecteurPlanifie {

    /**
     * How long a fact of it may be trusted (domain.md §1.2: 30 days, or a year).
     */
    Duration confiance();

    /** What is to be read now: names that stay the same as long as their content does, so that a run goes on where it stopped. */
    List<String> parts();

    /**
     * Reads one part, row by row, and keeps to the source's rate.
     *
     * @param lignes gets each row as soon as it is read
     * @throws SourceIndisponible when asking again may help
     * @throws SourceRefusee when it will not
     */
    LectureDePart lis(String part, Consumer<LigneDeFait> lignes);

    /**
     * A part was read to its end, or cannot be read at all: what was kept for this reading alone goes.
     *
     * @param connexion in the transaction that says so
     */
    default void acheve(SqlConnection connexion, String part) {}

    /** Whether files may be handed in for it. */
    default boolean recoitDesFichiers() {
        return false;
    }

    /**
     * One row.
     *
     * @param faits what it says; empty: nothing that is kept
     * @param signalements doubts, by reason
     * @param ligne where it stands in its part, from 1; empty where nobody could look it up
     */
    record LigneDeFait(List<FaitDeContact> faits, List<String> signalements, OptionalLong ligne) {

        public LigneDeFait {
            faits = List.copyOf(faits);
            signalements = List.copyOf(signalements);
        }

        /** A row that stands nowhere. */
        public LigneDeFait(List<FaitDeContact> faits, List<String> signalements) {
            this(faits, signalements, OptionalLong.empty());
        }

        /** The same, there. */
        public LigneDeFait a(long ligne) {
            return new LigneDeFait(faits, signalements, OptionalLong.of(ligne));
        }
    }

    /**
     * How a part was read.
     *
     * @param lus rows
     * @param horsDAtteinte rows of it that the source has and does not give: never lost silently
     * @param derives where its rows do not look as the contract of the source says
     */
    record LectureDePart(long lus, long horsDAtteinte, Derives derives) {

        /** Of a source whose rows are held against no contract. */
        public LectureDePart(long lus, long horsDAtteinte) {
            this(lus, horsDAtteinte, Derives.AUCUNE);
        }
    }
}
