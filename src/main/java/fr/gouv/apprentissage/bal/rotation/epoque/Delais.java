package fr.gouv.apprentissage.bal.rotation.epoque;

import java.time.Duration;

/**
 * What the replicas are given time for. They read the tables of keys every 30 s, and their clocks may be half a minute apart.
 *
 * @param annonce from when an epoch is written until it is used
 * @param fermeture from then until nothing may come under the one before
 * @param effacement from when an epoch is taken from service until it goes at the holder
 */
record Delais(Duration annonce, Duration fermeture, Duration effacement) {

    static final Delais DE_SERVICE = new Delais(Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofSeconds(60));
}
