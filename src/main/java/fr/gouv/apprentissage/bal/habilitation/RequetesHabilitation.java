package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Description;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Root fields that show a caller its own rights. */
@ApplicationScoped
public class RequetesHabilitation {

    private final RegistreCourant registre;
    private final Catalogue catalogue;
    private final DroitsInutilises inutilises;

    RequetesHabilitation(RegistreCourant registre, Catalogue catalogue, DroitsInutilises inutilises) {
        this.registre = registre;
        this.catalogue = catalogue;
        this.inutilises = inutilises;
    }

    /** The caller and its habilitations, whatever their state, in the order of their ids. */
    @Requete
    @NonNul
    @Description("The caller: which client it is, and every habilitation it holds.")
    public Uni<Client> moi(Appelant appelant) {
        var courant = registre.courant();
        var client = courant.clients().get(appelant.client());
        if (client == null) {
            throw new IllegalStateException("le client a quitté le registre pendant la requête");
        }
        var habilitations = courant.octrois().stream()
                .filter(octroi -> octroi.client().equals(client.id()))
                .sorted(Comparator.comparing(Octroi::id))
                .map(octroi -> Habilitation.de(octroi, appelant.jour()))
                .toList();
        var finalite = Finalites.parDefaut(courant, client.id()).orElse(null);
        return inutilises
                .dans(habilitations, appelant.jour())
                .map(completes -> new Client(
                        client.id(),
                        client.nom(),
                        finalite,
                        completes,
                        client.suspension().totale(),
                        client.suspension().classes().stream().sorted().toList()));
    }

    /**
     * What the decision says of each coordinate, in the order asked.
     *
     * @param finalite purpose to explain for; null: the one that the request is for
     * @throws ArgumentInvalide when a coordinate is none that needs a right
     */
    @Requete
    @NonNul
    @Description(
            "Why the caller may or may not read, filter, sort or export these coordinates. Same engine as enforcement.")
    public List<Explication> explique(
            @NonNul List<String> coordonnees, @Defaut("LIRE") Acces acces, String finalite, Appelant appelant) {
        var voulu = acces == null ? Acces.LIRE : acces;
        var pour = finalite == null ? appelant.finalite() : Optional.of(finalite);
        var decision = Decision.de(registre.courant(), appelant.client(), pour, appelant.jour());
        return coordonnees.stream()
                .map(this::connue)
                .map(coordonnee -> Explication.de(decision, coordonnee, voulu))
                .toList();
    }

    private Coordonnee connue(String texte) {
        try {
            var coordonnee = Coordonnee.lis(texte);
            if (catalogue.champ(coordonnee).isPresent()) {
                return coordonnee;
            }
        } catch (IllegalArgumentException malFormee) {
            throw inconnue();
        }
        throw inconnue();
    }

    private static ArgumentInvalide inconnue() {
        return new ArgumentInvalide(
                "coordonnees", "coordonnees : une coordonnée au moins est inconnue, ou ne demande aucun droit");
    }
}
