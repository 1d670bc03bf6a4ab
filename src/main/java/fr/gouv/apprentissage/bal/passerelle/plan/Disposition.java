package fr.gouv.apprentissage.bal.passerelle.plan;

/**
 * Where the columns that every node has stand in its rows; -1: not read. Column 0 is always the record's id, column 1 its journal token.
 *
 * @param parent id of the row above
 * @param personne id of the record's person
 * @param epoque epoch of the record's secret; the wrapped secret follows
 * @param couverture first column of the coverage bits
 * @param provenance source, first and last sight, expiry: four columns
 * @param tri key of the order
 */
public record Disposition(int parent, int personne, int epoque, int couverture, int provenance, int tri) {}
