package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import java.util.List;

/**
 * What a file without fault says.
 *
 * @param version 0 when left out
 * @param empreinte SHA-256 of the file's bytes, in hexadecimal
 * @param clients in the order of the file
 * @param entrees habilitations, in the order of the file
 */
public record FichierHabilitations(long version, String empreinte, List<ClientHabilite> clients, List<Entree> entrees) {

    public FichierHabilitations {
        clients = List.copyOf(clients);
        entrees = List.copyOf(entrees);
    }

    /**
     * An habilitation of the file.
     *
     * @param octroi what it grants as of now, {@code *} expanded
     * @param empreinte SHA-256 of the entry as it is written, {@code *} not expanded, in hexadecimal: an entry that did not change keeps what it granted
     *     on the day it was granted
     */
    public record Entree(Octroi octroi, String empreinte) {}
}
