package fr.gouv.apprentissage.bal.ingestion;

/** What a run does where rows do not look as the contract of their source says. */
public enum SurDerive {
    /** Goes on, and tells. */
    SIGNALER,
    /** Fails, naming the field; the page or part is not kept. */
    ARRETER;

    /** @throws SourceRefusee when the run must not go on */
    void juge(Derives derives) {
        if (this == ARRETER && !derives.toutes().isEmpty()) {
            var premiere = derives.toutes().get(0);
            throw new SourceRefusee(
                    "la source a changé de forme : " + premiere.nature().libelle() + " " + premiere.champ());
        }
    }
}
