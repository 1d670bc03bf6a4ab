package fr.gouv.apprentissage.bal.embarque.generateur;

/** The two products of the DECA interface; each has its own account and its own fields (domain.md §2.1, §2.2). */
public enum Extrait {
    LBA("/contrats/extractLBA"),
    TBA("/contrats/extractTBA");

    private final String chemin;

    Extrait(String chemin) {
        this.chemin = chemin;
    }

    /** Path under the base address. */
    public String chemin() {
        return chemin;
    }
}
