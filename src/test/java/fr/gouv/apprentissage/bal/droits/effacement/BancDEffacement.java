package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.Signataire;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.scellement.Lieu;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Erasure on a real database with a real list and key, without a container. */
public final class BancDEffacement {

    private static final String RACINE = "fr.gouv.apprentissage.bal.";
    private static final List<String> LIEUX = List.of(
            "scellement.LieuxDeScellement",
            "personne.LieuxDePersonne",
            "contrat.LieuxDeContrat",
            "contact.LieuxDeContact",
            "ingestion.LieuxDIngestion",
            "ingestion.depot.LieuxDeDepot");

    private static final Duration ATTENTE = Duration.ofSeconds(3);

    private record Config(Optional<Path> effacements, Optional<List<Path>> clesPubliques, String suppression)
            implements EffacementConfig {}

    private final Path dossier;
    private final Clock horloge;
    private final Signataire signataire;
    private final List<List<UUID>> journalises = new CopyOnWriteArrayList<>();

    public BancDEffacement(Path dossier, Clock horloge) {
        this(dossier, horloge, new SignataireLocal(dossier.resolve("journal.pem")));
    }

    /** One whose list another signs. */
    BancDEffacement(Path dossier, Clock horloge, Signataire signataire) {
        this.dossier = dossier;
        this.horloge = horloge;
        this.signataire = signataire;
    }

    /** One whose list nobody signs: the holder is asked, and stays silent. */
    public static BancDEffacement muet(Path dossier, Clock horloge) {
        var local = new SignataireLocal(dossier.resolve("journal.pem"));
        return new BancDEffacement(dossier, horloge, new Signataire() {
            @Override
            public String cle() {
                return local.cle();
            }

            @Override
            public Uni<List<ClePublique>> publiques() {
                return local.publiques();
            }

            @Override
            public Uni<byte[]> signe(byte[] octets) {
                return Uni.createFrom().nothing();
            }
        });
    }

    /** Where the list is. */
    public Path liste() {
        return dossier.resolve("effacements.jsonl");
    }

    /** The key that verifies it. */
    public Path clePublique() {
        return dossier.resolve("journal.pem.pub");
    }

    /** What was journaled, before anything was opened. */
    public List<List<UUID>> journalises() {
        return journalises;
    }

    /** Erases; how many values made no mark, empty where there was nobody. */
    public OptionalInt efface(Pool pool, ScellementDeTest scellement, long personne) {
        return efface(pool, scellement, personne, liste());
    }

    /** The same with a list that stands elsewhere. */
    public OptionalInt efface(Pool pool, ScellementDeTest scellement, long personne, Path liste) {
        var config = new Config(Optional.of(liste), Optional.empty(), "P4Y");
        var effacement = new EffacementDePersonne(
                pool, scellement.scellement(), scellement.marques(), lieux(), signataire, config, horloge, ATTENTE);
        return effacement
                .efface(personne, "demande du 3 mars", journalises::add)
                .map(fait -> OptionalInt.of(fait.illisibles()))
                .orElse(OptionalInt.empty());
    }

    /** Compares the list and the database as a start does; gives what was carried out again and what was given back to the list. */
    public List<Integer> accorde(Pool pool) {
        return accorde(pool, signataire);
    }

    /** The same for a process that trusts another key. */
    public List<Integer> accorde(Pool pool, Signataire autre) {
        var releve = new Rejeu(
                        pool,
                        lieux(),
                        new ControleDEffacement(autre.publiques().await().indefinitely()),
                        horloge)
                .accorde(new ListeDesEffacements(liste()));
        return List.of(releve.rejoues(), releve.remis(), releve.inachevee() ? 1 : 0);
    }

    /** The places of every room, as their producers give them. */
    public static List<Lieu> lieux() {
        var lieux = new ArrayList<Lieu>();
        for (var nom : LIEUX) {
            try {
                var constructeur = Class.forName(RACINE + nom).getDeclaredConstructor();
                constructeur.setAccessible(true);
                var producteur = constructeur.newInstance();
                for (var methode : Arrays.stream(producteur.getClass().getDeclaredMethods())
                        .filter(une -> une.isAnnotationPresent(Produces.class))
                        .toList()) {
                    methode.setAccessible(true);
                    lieux.add((Lieu) methode.invoke(producteur));
                }
            } catch (ReflectiveOperationException absent) {
                throw new IllegalStateException(absent);
            }
        }
        return lieux;
    }
}
