/** Looks for generated people where none may show: dumps, logs, metrics. A search proves something only if it finds what was planted. */
package fr.gouv.apprentissage.bal.fuite;
