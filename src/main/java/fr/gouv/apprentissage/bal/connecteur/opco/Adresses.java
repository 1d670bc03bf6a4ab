package fr.gouv.apprentissage.bal.connecteur.opco;

import java.net.URI;

/** Addresses under a configured one. */
final class Adresses {

    private Adresses() {}

    static URI sous(URI base, String chemin) {
        return URI.create(base.toString().replaceAll("/+$", "") + chemin);
    }
}
