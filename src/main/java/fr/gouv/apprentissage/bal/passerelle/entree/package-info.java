/**
 * Where SmallRye's engine hands over to ours: it parses, validates, coerces and caches documents; our strategies split the root fields, and
 * our execution service writes the JSON.
 */
package fr.gouv.apprentissage.bal.passerelle.entree;
