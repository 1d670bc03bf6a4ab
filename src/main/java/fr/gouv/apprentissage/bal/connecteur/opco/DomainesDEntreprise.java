package fr.gouv.apprentissage.bal.connecteur.opco;

/** Tells a company's mail domain from a public provider's. */
@FunctionalInterface
public interface DomainesDEntreprise {

    /** Whether the domain is a company's: only then may it stand in clear. */
    boolean est(String domaine);
}
