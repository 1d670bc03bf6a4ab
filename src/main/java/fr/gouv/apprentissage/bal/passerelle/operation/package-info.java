/**
 * What a request must pass before its operation is executed: its document is found (sent, registered, or known by its hash), its size, its cost
 * and its searches are counted without reading a row, and the client's budgets are charged. Knows HTTP and the engine by neither.
 */
package fr.gouv.apprentissage.bal.passerelle.operation;
