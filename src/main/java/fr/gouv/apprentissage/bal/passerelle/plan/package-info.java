/**
 * The plan: what an operation asks of records, once for all its executions. Which coordinates it touches, what is decided for each, the SQL with
 * only the granted columns and with the perimeters in it. A plan holds no values, and does not know how the operation came in.
 */
package fr.gouv.apprentissage.bal.passerelle.plan;
