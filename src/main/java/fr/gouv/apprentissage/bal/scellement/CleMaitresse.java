package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;

/**
 * The master keys, as the holder names them. They never leave it: the process gets key material that they wrap. The operator makes them, so
 * that a policy can give a process some classes and not others.
 */
public enum CleMaitresse {
    /** Wraps the class keys of {@link Classe#IDENTITE}. */
    IDENTITE("bal-identite"),
    /** Wraps the class keys of {@link Classe#IDENTIFIANT}. */
    IDENTIFIANT("bal-identifiant"),
    /** Wraps the class keys of {@link Classe#CONTACT}. */
    CONTACT("bal-contact"),
    /** Wraps the class keys of {@link Classe#PARCOURS}. */
    PARCOURS("bal-parcours"),
    /** Wraps the class keys of {@link Classe#SENSIBLE}. */
    SENSIBLE("bal-sensible"),
    /** Wraps the epoch keys, which wrap the records' secrets. */
    SECRETS("bal-secrets"),
    /** Wraps the keys of the blind indexes. */
    INDEX("bal-index"),
    /** Wraps the keys of ids and cursors. */
    PSEUDONYME("bal-pseudonyme");

    private final String nom;

    CleMaitresse(String nom) {
        this.nom = nom;
    }

    /** Name at the holder. */
    public String nom() {
        return nom;
    }

    /** The one that wraps a class's keys. */
    static CleMaitresse de(Classe classe) {
        return valueOf(classe.name());
    }

    /** The one that wraps keys of this genre (see {@link CleEnveloppee}). */
    static CleMaitresse duGenre(String genre) {
        if (genre.equals(Trousseau.EPOQUE)) {
            return SECRETS;
        }
        return genre.startsWith(Trousseau.INDEX) || genre.equals(Trousseau.SUPPRESSION) ? INDEX : valueOf(genre);
    }
}
