package fr.gouv.apprentissage.bal.droits.effacement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table that is added is not forgotten. */
class LieuxTest {

    /** Every table where something of a record may stand names the record in a column of these names. */
    private static final String TABLES =
            """
            select c.table_name from information_schema.columns c
            join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace and not t.relispartition
            where c.table_schema = 'public' and (c.column_name ~ 'enregistrement' or c.data_type = 'bytea')
            group by 1""";

    @Test
    void everyTableThatHoldsSomethingOfARecordIsAPlace() {
        var tables = new ArrayList<String>();
        BaseDIngestion.vide().query(TABLES).executeAndAwait().forEach(ligne -> tables.add(ligne.getString(0)));

        // wrapped keys; documents of clients; digests of what was erased; ids and proofs of turned keys
        tables.removeAll(List.of(
                "cle",
                "epoque",
                "operation_observee",
                "effacement",
                "suppression",
                "rotation",
                "rotation_illisible",
                "rotation_index"));
        assertThat(BancDEffacement.lieux())
                .extracting(Lieu::nom)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(tables);
    }
}
