package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.fichier.FichierHabilitations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what a file and the tables differ, in a few words each. Pure. */
final class Ecarts {

    private Ecarts() {}

    static List<String> entre(FichierHabilitations fichier, Registre registre) {
        var ecarts = new ArrayList<String>();
        for (var client : fichier.clients()) {
            var connu = Optional.ofNullable(registre.clients().get(client.id()));
            if (connu.isEmpty()) {
                ecarts.add("client " + client.id() + " : absent des tables");
            } else if (!memeClient(client, connu.get())) {
                ecarts.add("client " + client.id() + " : différent");
            }
        }
        var connus = registre.octrois().stream().collect(Collectors.toMap(Octroi::id, Function.identity()));
        for (var entree : fichier.entrees()) {
            octroi(
                            entree.octroi(),
                            Optional.ofNullable(connus.remove(entree.octroi().id())))
                    .ifPresent(ecart -> ecarts.add(entree.octroi().id() + " : " + ecart));
        }
        connus.keySet().stream().sorted().forEach(id -> ecarts.add(id + " : absente du fichier"));
        return List.copyOf(ecarts);
    }

    private static boolean memeClient(ClientHabilite un, ClientHabilite autre) {
        return un.nom().equals(autre.nom()) && un.finalite().equals(autre.finalite());
    }

    private static Optional<String> octroi(Octroi ecrit, Optional<Octroi> connu) {
        if (connu.isEmpty()) {
            return Optional.of("absente des tables");
        }
        if (connu.get().motifRevocation().isPresent()) {
            return Optional.of("révoquée, et le reste");
        }
        return connu.get().equals(ecrit) ? Optional.empty() : Optional.of("différente");
    }
}
