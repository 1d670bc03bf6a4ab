package fr.gouv.apprentissage.bal.declaration;

import java.util.List;

/**
 * A page of a list, as the GraphQL Cursor Connections Specification has it; in the schema {@code Connection<Contrat>} is
 * {@code ContratConnection}.
 *
 * @param edges the rows with their cursors
 * @param pageInfo where the page stands in the list
 * @param totalCount how many rows the list has, counted only when asked for
 * @param <T> type of the rows
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Integer totalCount) {

    /**
     * A row and the cursor that a next page may start after.
     *
     * @param cursor opaque
     * @param node the row
     * @param <T> type of the row
     */
    public record Edge<T>(@NonNul String cursor, @NonNul T node) {}

    /**
     * Where a page stands.
     *
     * @param hasNextPage whether rows follow
     * @param hasPreviousPage whether rows precede
     * @param startCursor cursor of the first row, null on an empty page
     * @param endCursor cursor of the last row, null on an empty page
     */
    public record PageInfo(
            @NonNul Boolean hasNextPage, @NonNul Boolean hasPreviousPage, String startCursor, String endCursor) {}

    public Connection {
        edges = List.copyOf(edges);
    }
}
