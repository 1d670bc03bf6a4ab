/** Tables filled with as many rows as production has, for what can only be seen at that size. */
package fr.gouv.apprentissage.bal.charge;
