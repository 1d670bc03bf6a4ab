/** Turning keys: jobs that seal anew, or wrap anew, what stands under an old key, so that the old one can go. */
package fr.gouv.apprentissage.bal.rotation;
