/** Root fields that a bean answers, not the plan: arguments become value types and records, results are read off records. */
package fr.gouv.apprentissage.bal.passerelle.resolution;
