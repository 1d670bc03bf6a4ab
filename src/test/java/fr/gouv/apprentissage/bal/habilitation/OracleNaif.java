package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DESIGN.md, "What rights mean", read aloud: loops and flags, no code shared with the decision. */
final class OracleNaif {

    private OracleNaif() {}

    /** Ids of those that grant, with the mask, sorted; or the reason. */
    record Reponse(List<String> accordent, Optional<Motif> motif) {}

    static Reponse reponse(
            Registre registre,
            String client,
            Optional<String> finalite,
            LocalDate jour,
            Coordonnee champ,
            Acces acces) {
        List<String> accordent = new ArrayList<>();
        Set<Motif> obstacles = new HashSet<>();
        for (Octroi octroi : registre.octrois()) {
            if (!octroi.client().equals(client)) {
                continue;
            }
            boolean bonneFinalite = finalite.isPresent() && finalite.get().equals(octroi.finalite());
            boolean commence = jour.compareTo(octroi.du()) >= 0;
            boolean fini = jour.compareTo(octroi.au()) > 0;
            boolean revoque = octroi.motifRevocation().isPresent();
            boolean actif = commence && !fini && !revoque;
            Droit droit = octroi.droits().get(champ);
            if (droit == null) {
                continue;
            }
            boolean accorde = false;
            for (Acces un : droit.acces()) {
                if (un == acces) {
                    accorde = true;
                }
            }
            if (accorde && actif && bonneFinalite) {
                accordent.add(octroi.id() + ":" + (acces == Acces.LIRE ? droit.masque() : Masque.AUCUN));
            } else if (actif && bonneFinalite && !droit.acces().isEmpty()) {
                obstacles.add(Motif.AUTRE_ACCES);
            } else if (accorde && bonneFinalite && revoque) {
                obstacles.add(Motif.REVOQUEE);
            } else if (accorde && bonneFinalite && fini) {
                obstacles.add(Motif.EXPIREE);
            } else if (accorde && bonneFinalite && !commence) {
                obstacles.add(Motif.A_VENIR);
            } else if (accorde && actif) {
                obstacles.add(Motif.AUTRE_FINALITE);
            }
        }
        accordent.sort(null);
        if (!accordent.isEmpty()) {
            return new Reponse(accordent, Optional.empty());
        }
        for (Motif motif :
                List.of(Motif.AUTRE_ACCES, Motif.REVOQUEE, Motif.EXPIREE, Motif.A_VENIR, Motif.AUTRE_FINALITE)) {
            if (obstacles.contains(motif)) {
                return new Reponse(List.of(), Optional.of(motif));
            }
        }
        return new Reponse(List.of(), Optional.of(Motif.AUCUN_DROIT));
    }
}
