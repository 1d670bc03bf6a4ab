package fr.gouv.apprentissage.bal.journal.jalon;

/**
 * A checkpoint as it is kept and handed over.
 *
 * @param jalon what it says
 * @param empreinte SHA-256 over {@link FormeDeJalon}
 * @param cle id of the key that signed
 * @param signature Ed25519 over {@link FormeDeJalon}
 */
public record JalonSigne(Jalon jalon, byte[] empreinte, String cle, byte[] signature) {}
