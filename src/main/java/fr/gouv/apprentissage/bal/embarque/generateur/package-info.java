/**
 * People and contracts that do not exist, from a seed: the demo, the tests and the benchmarks need the shapes of the real data (domain.md §2,
 * §10), its faults included, and may hold no real person. Everything is a pure function of the seed and an index, so that a million
 * contracts cost no memory.
 */
package fr.gouv.apprentissage.bal.embarque.generateur;
