/** Says in time that an habilitation ends: a client that learns it from an empty answer learns it too late. */
package fr.gouv.apprentissage.bal.habilitation.preavis;
