package fr.gouv.apprentissage.bal.habilitation.registre;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.Modification;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Client;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.Habilitation;
import fr.gouv.apprentissage.bal.habilitation.HabilitationInput;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Root fields by which rights are granted, taken back and looked at. */
@ApplicationScoped
@Unremovable
public class AdministrationDesDroits {

    private static final String ADMINISTRATEUR = "administrateur";
    private static final String OCTROI = "octroi";
    private static final int MOTIF_MAX = 1_000;

    private final VieDesHabilitations habilitations;
    private final VieDesClients clients;
    private final RegistreCourant registre;

    AdministrationDesDroits(VieDesHabilitations habilitations, VieDesClients clients, RegistreCourant registre) {
        this.habilitations = habilitations;
        this.clients = clients;
        this.registre = registre;
    }

    /** Every client with its habilitations, those that wait for a second person included. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Every client with its habilitations, those that wait for a second person included.")
    public Uni<List<Client>> clients(Appelant appelant) {
        return habilitations.propositions().map(proposees -> registre.courant().clients().keySet().stream()
                .sorted()
                .map(id -> client(id, proposees, appelant))
                .toList());
    }

    /** Grants; where two persons are needed, proposes. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Grants; where two persons are needed, proposes (etat PROPOSEE).")
    public Uni<Habilitation> accordeHabilitation(@NonNul HabilitationInput habilitation, Appelant appelant) {
        return habilitations
                .accorde(habilitation, Optional.empty(), OCTROI, appelant)
                .map(version -> habilitation(version, appelant));
    }

    /** Gives an habilitation a new version; the one before is closed, and kept. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Gives an habilitation a new version; the one before is closed, and kept.")
    public Uni<Habilitation> modifieHabilitation(
            @Id @NonNul String id, @NonNul HabilitationInput habilitation, @NonNul String motif, Appelant appelant) {
        return habilitations
                .accorde(habilitation, Optional.of(id), motif(motif), appelant)
                .map(version -> habilitation(version, appelant));
    }

    private static Habilitation habilitation(VieDesHabilitations.Version version, Appelant appelant) {
        return version.proposee()
                ? Habilitation.proposee(version.octroi(), appelant.jour())
                : Habilitation.de(version.octroi(), appelant.jour());
    }

    /** Accepts what another person proposed. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Accepts what another person proposed.")
    public Uni<Habilitation> accepteHabilitation(@Id @NonNul String id, @NonNul String motif, Appelant appelant) {
        return habilitations
                .accepte(id, motif(motif), appelant)
                .map(octroi -> Habilitation.de(octroi, appelant.jour()));
    }

    /** Takes back for ever, at once. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<Habilitation> revoqueHabilitation(@Id @NonNul String id, @NonNul String motif, Appelant appelant) {
        return habilitations
                .revoque(id, motif(motif), appelant)
                .map(octroi -> Habilitation.de(octroi, appelant.jour()));
    }

    /** Lists a client. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Lists a client.")
    public Uni<Client> creeClient(
            @NonNul String id, @NonNul String nom, String finaliteParDefaut, @NonNul String motif, Appelant appelant) {
        return clients.cree(id, nom, Optional.ofNullable(finaliteParDefaut), motif(motif), appelant)
                .map(fait -> client(id, List.of(), appelant));
    }

    /** Suspends at once. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Suspends at once: all that the client may do, or one class of data.")
    public Uni<Client> suspendClient(@NonNul String id, Classe classe, @NonNul String motif, Appelant appelant) {
        return clients.suspend(id, Optional.ofNullable(classe), motif(motif), appelant)
                .map(fait -> client(id, List.of(), appelant));
    }

    /** Resumes. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Resumes what was suspended: all, or one class of data.")
    public Uni<Client> reprendClient(@NonNul String id, Classe classe, @NonNul String motif, Appelant appelant) {
        return clients.reprends(id, Optional.ofNullable(classe), motif(motif), appelant)
                .map(fait -> client(id, List.of(), appelant));
    }

    private Client client(String id, List<RegistreStore.Proposition> proposees, Appelant appelant) {
        var courant = registre.courant();
        var siennes = new ArrayList<>(courant.octrois().stream()
                .filter(octroi -> octroi.client().equals(id))
                .map(octroi -> Habilitation.de(octroi, appelant.jour()))
                .toList());
        proposees.stream()
                .filter(une -> une.octroi().client().equals(id))
                .forEach(une -> siennes.add(Habilitation.proposee(une.octroi(), appelant.jour())));
        siennes.sort(Comparator.comparing(Habilitation::id));
        var client = courant.clients().get(id);
        return new Client(
                id,
                client.nom(),
                Finalites.parDefaut(courant, id).orElse(null),
                List.copyOf(siennes),
                client.suspension().totale(),
                client.suspension().classes().stream().sorted().toList());
    }

    private static String motif(String motif) {
        if (motif.isBlank() || motif.length() > MOTIF_MAX) {
            throw new ArgumentInvalide("motif", "motif : dites pourquoi, en " + MOTIF_MAX + " caractères au plus");
        }
        return motif.strip();
    }
}
