/** Every source at once, in a process that is killed around each of its commits: what is written in the end must not depend on it. */
package fr.gouv.apprentissage.bal.feu;
