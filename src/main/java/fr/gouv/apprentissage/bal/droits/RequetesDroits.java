package fr.gouv.apprentissage.bal.droits;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.ChampsDemandes;
import fr.gouv.apprentissage.bal.declaration.Connection;
import fr.gouv.apprentissage.bal.declaration.CurseurInvalide;
import fr.gouv.apprentissage.bal.declaration.Defaut;
import fr.gouv.apprentissage.bal.declaration.Id;
import fr.gouv.apprentissage.bal.declaration.NonNul;
import fr.gouv.apprentissage.bal.declaration.Requete;
import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.ClientSuspendu;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import fr.gouv.apprentissage.bal.journal.Inscription;
import fr.gouv.apprentissage.bal.journal.Journal;
import fr.gouv.apprentissage.bal.journal.LectureDuJournal;
import fr.gouv.apprentissage.bal.journal.Recherche;
import fr.gouv.apprentissage.bal.journal.RevisionPerimee;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Root fields for the data protection officer. */
@Singleton
@Unremovable
public class RequetesDroits {

    private static final String COORDONNEE = "Query.divulgations";
    private static final byte[] OPERATION = sha256(COORDONNEE);
    private static final int REPRISES = 3;

    private final LectureDuJournal lecture;
    private final Journal journal;
    private final SujetStore sujets;
    private final Pseudonymes pseudonymes;
    private final RegistreCourant registre;

    RequetesDroits(
            LectureDuJournal lecture,
            Journal journal,
            SujetStore sujets,
            Pseudonymes pseudonymes,
            RegistreCourant registre) {
        this.lecture = lecture;
        this.journal = journal;
        this.sujets = sujets;
        this.pseudonymes = pseudonymes;
        this.registre = registre;
    }

    /**
     * Who saw this person, or what this client saw, newest first. That it was asked is in the journal before it is answered.
     *
     * @param personne id as this caller knows it; an unknown one was seen by nobody
     * @param champ coordinate that was disclosed
     * @param du not before
     * @param au not after
     * @param champs what is asked of the list: it is counted only where its length is
     * @throws ArgumentInvalide when neither a person nor a client is named, or {@code first} is not 0 to 200
     * @throws CurseurInvalide when {@code after} is not a cursor of this list
     * @throws ClientSuspendu when the caller was suspended meanwhile
     */
    @Requete
    @NonNul
    @Reserve("delegue")
    public Uni<Connection<Divulgation>> divulgations(
            @Id String personne,
            String champ,
            String client,
            OffsetDateTime du,
            OffsetDateTime au,
            @Defaut("20") Integer first,
            String after,
            Appelant appelant,
            ChampsDemandes champs) {
        if (personne == null && client == null) {
            throw new ArgumentInvalide("personne", "il faut au moins l'un des arguments personne et client");
        }
        var page = PageDeDivulgations.de(
                pseudonymes, appelant, Arrays.asList(personne, champ, client, du, au), first, after);
        return sujets(personne, appelant).chain(trouves -> {
            var recherche = new Recherche(
                    trouves,
                    Optional.ofNullable(champ),
                    Optional.ofNullable(client),
                    Optional.ofNullable(du).map(OffsetDateTime::toInstant),
                    Optional.ofNullable(au).map(OffsetDateTime::toInstant));
            return cherche(recherche, page, champs.contient("totalCount"))
                    .chain(trouvees -> inscris(appelant, trouves.orElse(List.of()), REPRISES)
                            .replaceWith(trouvees));
        });
    }

    private Uni<Connection<Divulgation>> cherche(Recherche recherche, PageDeDivulgations page, boolean compte) {
        Uni<Optional<Long>> nombre = compte
                ? lecture.nombre(recherche).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(lecture.page(recherche, page.apres(), page.lignes() + 1), nombre)
                .asTuple()
                .map(lues -> page.connexion(lues.getItem1(), lues.getItem2()));
    }

    private Uni<Optional<List<UUID>>> sujets(String personne, Appelant appelant) {
        if (personne == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        var interne = pseudonymes.interne(appelant.client(), "Personne", personne);
        return interne.isEmpty()
                ? Uni.createFrom().item(Optional.of(List.of()))
                : sujets.de(interne.getAsLong()).map(Optional::of);
    }

    /** The habilitations may move meanwhile: the entry then says so, of the revision that holds. */
    private Uni<Inscription> inscris(Appelant appelant, List<UUID> trouves, int reprises) {
        var demande = new fr.gouv.apprentissage.bal.journal.Divulgation(
                appelant.client(),
                appelant.agent(),
                appelant.finalite(),
                List.of(),
                OPERATION,
                Optional.empty(),
                List.of(),
                List.of(COORDONNEE),
                trouves,
                registre.courant().revision(),
                appelant.perimetre().texte(),
                trouves.isEmpty() ? 0 : 1);
        var inscrite = journal.inscris(demande);
        return reprises == 0
                ? inscrite
                : inscrite.onFailure(RevisionPerimee.class).recoverWithUni(() -> registre.relis()
                        .invoke(relu -> refuseSuspendu(relu, appelant))
                        .chain(relu -> inscris(appelant, trouves, reprises - 1)));
    }

    private static void refuseSuspendu(Registre registre, Appelant appelant) {
        var client = registre.clients().get(appelant.client());
        if (client == null || client.suspension().totale()) {
            throw new ClientSuspendu();
        }
    }

    private static byte[] sha256(String texte) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
