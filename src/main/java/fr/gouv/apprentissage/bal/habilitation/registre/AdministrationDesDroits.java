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
import fr.gouv.apprentissage.bal.habilitation.DroitsInutilises;
import fr.gouv.apprentissage.bal.habilitation.Finalites;
import fr.gouv.apprentissage.bal.habilitation.Habilitation;
import fr.gouv.apprentissage.bal.habilitation.HabilitationInput;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final DroitsInutilises inutilises;

    AdministrationDesDroits(
            VieDesHabilitations habilitations,
            VieDesClients clients,
            RegistreCourant registre,
            DroitsInutilises inutilises) {
        this.habilitations = habilitations;
        this.clients = clients;
        this.registre = registre;
        this.inutilises = inutilises;
    }

    /** Every client with its habilitations, those that wait for a second person included. */
    @Requete
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Every client with its habilitations, those that wait for a second person included.")
    public Uni<List<Client>> clients(Appelant appelant) {
        return habilitations
                .propositions()
                .chain(proposees -> clients(
                        registre.courant().clients().keySet().stream().sorted().toList(), proposees, appelant));
    }

    /** Grants; where two persons are needed, proposes. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Grants; where two persons are needed, proposes (etat PROPOSEE).")
    public Uni<Habilitation> accordeHabilitation(@NonNul HabilitationInput habilitation, Appelant appelant) {
        return habilitations
                .accorde(habilitation, Optional.empty(), OCTROI, appelant)
                .chain(version -> habilitation(version, appelant));
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
                .chain(version -> habilitation(version, appelant));
    }

    private Uni<Habilitation> habilitation(VieDesHabilitations.Version version, Appelant appelant) {
        return version.proposee()
                ? Uni.createFrom().item(Habilitation.proposee(version.octroi(), appelant.jour()))
                : habilitation(version.octroi(), appelant);
    }

    private Uni<Habilitation> habilitation(Octroi octroi, Appelant appelant) {
        return inutilises
                .dans(List.of(Habilitation.de(octroi, appelant.jour())), appelant.jour())
                .map(une -> une.get(0));
    }

    /** Accepts what another person proposed. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Accepts what another person proposed.")
    public Uni<Habilitation> accepteHabilitation(@Id @NonNul String id, @NonNul String motif, Appelant appelant) {
        return habilitations.accepte(id, motif(motif), appelant).chain(octroi -> habilitation(octroi, appelant));
    }

    /** Takes back for ever, at once. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    public Uni<Habilitation> revoqueHabilitation(@Id @NonNul String id, @NonNul String motif, Appelant appelant) {
        return habilitations.revoque(id, motif(motif), appelant).chain(octroi -> habilitation(octroi, appelant));
    }

    /** Lists a client. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Lists a client.")
    public Uni<Client> creeClient(
            @NonNul String id, @NonNul String nom, String finaliteParDefaut, @NonNul String motif, Appelant appelant) {
        return clients.cree(id, nom, Optional.ofNullable(finaliteParDefaut), motif(motif), appelant)
                .chain(fait -> client(id, appelant));
    }

    /** Suspends at once. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Suspends at once: all that the client may do, or one class of data.")
    public Uni<Client> suspendClient(@NonNul String id, Classe classe, @NonNul String motif, Appelant appelant) {
        return clients.suspend(id, Optional.ofNullable(classe), motif(motif), appelant)
                .chain(fait -> client(id, appelant));
    }

    /** Resumes. */
    @Modification
    @NonNul
    @Reserve(ADMINISTRATEUR)
    @Description("Resumes what was suspended: all, or one class of data.")
    public Uni<Client> reprendClient(@NonNul String id, Classe classe, @NonNul String motif, Appelant appelant) {
        return clients.reprends(id, Optional.ofNullable(classe), motif(motif), appelant)
                .chain(fait -> client(id, appelant));
    }

    private Uni<Client> client(String id, Appelant appelant) {
        return clients(List.of(id), List.of(), appelant).map(un -> un.get(0));
    }

    /** These clients, in this order; what does not serve is looked for once for all of them. */
    private Uni<List<Client>> clients(List<String> ids, List<RegistreStore.Proposition> proposees, Appelant appelant) {
        var courant = registre.courant();
        var habilitations = Stream.concat(
                        courant.octrois().stream().map(octroi -> Habilitation.de(octroi, appelant.jour())),
                        proposees.stream().map(une -> Habilitation.proposee(une.octroi(), appelant.jour())))
                .filter(une -> ids.contains(une.client()))
                .sorted(Comparator.comparing(Habilitation::id))
                .toList();
        return inutilises.dans(habilitations, appelant.jour()).map(completes -> ids.stream()
                .map(id -> client(courant, id, completes))
                .toList());
    }

    private static Client client(Registre courant, String id, List<Habilitation> habilitations) {
        var client = courant.clients().get(id);
        return new Client(
                id,
                client.nom(),
                Finalites.parDefaut(courant, id).orElse(null),
                habilitations.stream().filter(une -> une.client().equals(id)).toList(),
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
