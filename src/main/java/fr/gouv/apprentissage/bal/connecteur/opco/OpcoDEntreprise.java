package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The OPCO of a company: what is cached, else France compétences, else CFA Dock (domain.md §3.1), each at its rate. Blocks: not for an event loop.
 */
public final class OpcoDEntreprise {

    /** Answers that are written together, so that a long list leaves what it learnt behind when it is interrupted. */
    private static final int LOT = 50;

    private final OpcoStore store;
    private final List<AnnuaireOpco> annuaires;
    private final Duration conservation;
    private final Duration conservationInconnu;
    private final Clock horloge;

    /**
     * @param annuaires in the order in which they are asked
     * @param conservation how long an OPCO is kept
     * @param conservationInconnu how long it is kept that no directory knows of one
     */
    OpcoDEntreprise(
            OpcoStore store,
            List<AnnuaireOpco> annuaires,
            Duration conservation,
            Duration conservationInconnu,
            Clock horloge) {
        this.store = store;
        this.annuaires = List.copyOf(annuaires);
        this.conservation = conservation;
        this.conservationInconnu = conservationInconnu;
        this.horloge = horloge;
    }

    /** One of the eleven, or {@code OPCO_MULTIPLE}, or {@code INCONNU} where the directories know of none; empty where one did not answer. */
    public Optional<Opco> de(Siret siret) {
        return Optional.ofNullable(deTous(List.of(siret)).get(siret));
    }

    /** The same for many, with one read of the cache; an establishment of which a directory did not answer is missing. */
    public Map<Siret, Opco> deTous(Collection<Siret> sirets) {
        return demande(sirets).trouves();
    }

    /** The same, with why nothing is known of those that are missing. A directory that asks to wait, or refuses who asks, is not asked about the rest. */
    Tournee demande(Collection<Siret> sirets) {
        var connus = connus(sirets);
        var trouves = new HashMap<>(connus);
        var echecs = new HashMap<Siret, List<EchecDAnnuaire>>();
        var dits = new ArrayList<OpcoStore.Dit>();
        var muets = new HashMap<String, EchecDAnnuaire>();
        for (var siret : new LinkedHashSet<>(sirets)) {
            if (!trouves.containsKey(siret)) {
                var siens = new ArrayList<EchecDAnnuaire>();
                demande(siret, siens, muets)
                        .ifPresentOrElse(
                                dit -> {
                                    trouves.put(siret, dit.opco());
                                    dits.add(dit);
                                },
                                () -> echecs.put(siret, siens));
            }
            if (dits.size() == LOT) {
                store.ecris(List.copyOf(dits));
                dits.clear();
            }
        }
        store.ecris(dits);
        return new Tournee(trouves, trouves.size() - connus.size(), echecs);
    }

    /** What is cached alone; asks nobody. */
    public Map<Siret, Opco> connus(Collection<Siret> sirets) {
        return Map.copyOf(store.connus(sirets, horloge.instant()));
    }

    /** Whether any directory is asked. */
    public boolean actif() {
        return annuaires.stream().anyMatch(AnnuaireOpco::actif);
    }

    /** Where answers did not look as the contracts of the directories say, since this was asked last. */
    public Derives derives() {
        return annuaires.stream().map(AnnuaireOpco::derives).reduce(Derives.AUCUNE, Derives::plus);
    }

    /** Takes off what has ended. */
    public void purge() {
        store.purge(horloge.instant());
    }

    /** @param echecs gets why directories did not answer; where one did not, no other one's ignorance counts */
    private Optional<OpcoStore.Dit> demande(
            Siret siret, List<EchecDAnnuaire> echecs, Map<String, EchecDAnnuaire> muets) {
        var source = Optional.<String>empty();
        for (var annuaire : annuaires.stream().filter(AnnuaireOpco::actif).toList()) {
            source = Optional.of(annuaire.source());
            var opco = muets.containsKey(annuaire.source())
                    ? sansReponse(muets.get(annuaire.source()), echecs)
                    : reponse(annuaire, siret, echecs, muets);
            if (opco.isPresent()) {
                return Optional.of(dit(siret, opco.get(), annuaire.source(), conservation));
            }
        }
        return echecs.isEmpty()
                ? source.map(derniere -> dit(siret, Opcos.inconnu(), derniere, conservationInconnu))
                : Optional.empty();
    }

    private static Optional<Opco> reponse(
            AnnuaireOpco annuaire, Siret siret, List<EchecDAnnuaire> echecs, Map<String, EchecDAnnuaire> muets) {
        return annuaire.de(siret)
                // The turn of a request is taken in the database: what fails there is not the directory's silence.
                .onFailure(cause -> !(cause instanceof PgException))
                .recoverWithItem(cause -> {
                    var echec = new EchecDAnnuaire(annuaire.source(), cause);
                    if (echec.pourTous()) {
                        muets.put(annuaire.source(), echec);
                    }
                    return sansReponse(echec, echecs);
                })
                .await()
                .indefinitely();
    }

    private static Optional<Opco> sansReponse(EchecDAnnuaire echec, List<EchecDAnnuaire> echecs) {
        echecs.add(echec);
        return Optional.empty();
    }

    private OpcoStore.Dit dit(Siret siret, Opco opco, String source, Duration duree) {
        var maintenant = horloge.instant();
        return new OpcoStore.Dit(siret, opco, source, maintenant, maintenant.plus(duree));
    }
}
