package fr.gouv.apprentissage.bal.journal;

/**
 * An entry in its place, as it is stored.
 *
 * @param entree what it tells of
 * @param maillon its place
 * @param empreinte SHA-256 over {@link FormeCanonique}
 */
record EntreeEnchainee(Entree entree, Maillon maillon, byte[] empreinte) {

    static EntreeEnchainee de(Entree entree, Maillon maillon) {
        return new EntreeEnchainee(
                entree, maillon, FormeCanonique.v2(entree.id(), entree.le(), entree.divulgation(), maillon));
    }

    Tete tete() {
        return new Tete(maillon.chaine(), maillon.rang(), empreinte);
    }

    Inscription inscription() {
        return new Inscription(
                entree.id().toString(), empreinte, maillon.chaine().toString(), maillon.rang());
    }
}
