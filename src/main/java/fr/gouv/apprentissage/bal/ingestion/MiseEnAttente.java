package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.ingestion.PreparationDeLignes.Placee;
import fr.gouv.apprentissage.bal.ingestion.PreparationDeLignes.Preparee;
import fr.gouv.apprentissage.bal.scellement.Canonique;
import fr.gouv.apprentissage.bal.scellement.Canoniques;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stages prepared rows: finds or reserves their records, seals them, writes them. Some hundred at a time, whatever the size of a page. */
final class MiseEnAttente {

    /**
     * The whole of a quarantined row. Numbers from 900 on are ingestion's own: fields of no type of the schema.
     */
    static final ChampScelle<String> LIGNE = new ChampScelle<>(900, Classe.IDENTITE, texte());

    private static final int ESSAIS = 3;

    private final Transactions transactions;
    private final Scellement scellement;
    private final VersionsDeCles versions;
    private final Rappels rappels;
    private final PreparationDeLignes preparation;
    private final ScellementDeLignes lignes;
    private final SecretStore secrets;
    private final EnregistrementStore enregistrements;
    private final ContactStore contacts;
    private final PageStore pages = new PageStore();

    MiseEnAttente(
            Transactions transactions,
            Scellement scellement,
            VersionsDeCles versions,
            IndexAveugles index,
            Rappels rappels,
            ContactStore contacts,
            Map<String, ChampScelle<?>> champs) {
        this.contacts = contacts;
        this.rappels = rappels;
        this.transactions = transactions;
        this.versions = versions;
        this.scellement = scellement;
        this.preparation = new PreparationDeLignes(index, rappels);
        this.lignes = new ScellementDeLignes(scellement, champs);
        this.secrets = new SecretStore(scellement);
        this.enregistrements = new EnregistrementStore(secrets);
    }

    /**
     * Rows that were not staged.
     *
     * @param effacees they are of erased persons
     * @param perdues the secret of their record is damaged or gone
     */
    record Ecartees(int effacees, int perdues) {}

    /** What can be done of rows before they are staged, by any thread. */
    PreparationDeLignes.Lot prepare(List<Placee> lot) {
        return preparation.prepare(lot);
    }

    /** Stages a lot of one page. */
    Ecartees ajoute(Place place, PreparationDeLignes.Lot lot) {
        for (var essai = 1; essai <= ESSAIS; essai++) {
            try {
                return transactions.dans(connexion -> {
                    versions.rejoins(connexion);
                    return ajoute(new Lot(connexion, place, preparation.aJour(lot)));
                });
            } catch (ClePrise prise) {
                continue;
            }
        }
        throw new IllegalStateException("des clés de contrats sont réservées ailleurs sans cesse");
    }

    /**
     * The same within the caller's transaction, which has joined.
     *
     * @throws ClePrise when all of it must be rolled back and tried again
     */
    Ecartees ajoute(SqlConnection connexion, Place place, List<Placee> lot) {
        return ajoute(new Lot(connexion, place, preparation.lignes(lot)));
    }

    private record Lot(SqlConnection connexion, Place place, List<Preparee> lignes) {

        /** Rows of records, but for those of which a set of hashes has one. */
        List<Preparee> recues(Set<ByteBuffer> sauf) {
            return lignes.stream()
                    .filter(une -> une.ligne() instanceof LigneRecue
                            && une.cles().stream().noneMatch(cle -> sauf.contains(ByteBuffer.wrap(cle.empreinte()))))
                    .toList();
        }

        List<Preparee> rejetees() {
            return lignes.stream()
                    .filter(une -> une.ligne() instanceof LigneRejetee)
                    .toList();
        }
    }

    private Ecartees ajoute(Lot recu) {
        var trouves = enregistrements.trouve(
                recu.connexion(),
                recu.recues(Set.of()).stream()
                        .flatMap(une -> une.cles().stream())
                        .toList());
        var connus = trouves.connus();
        var lot = sansEffacees(recu, connus);
        var recues = lot.recues(trouves.perdus());
        var rejetees = lot.rejetees();
        var nouvelles = nouvelles(lot.connexion(), recues, connus);
        var placees = new ArrayList<PageStore.LigneDePage>();
        var faits = new ArrayList<FaitDeContact>();
        for (var une : recues) {
            var cle = cle(une.cles(), connus).orElseThrow();
            placees.add(new PageStore.LigneDePage(
                    une.rang(), cle.enregistrement(), FormatDeStaging.ecris(lignes.scelle(cle, une))));
            faits.addAll(((LigneRecue) une.ligne()).contacts());
        }
        secrets.garde(lot.connexion(), Set.copyOf(nouvelles.values()));
        if (enregistrements.nomme(lot.connexion(), nouvelles) < nouvelles.size()) {
            throw new ClePrise();
        }
        pages.ajoute(lot.connexion(), lot.place(), placees);
        rejette(lot, rejetees);
        // Last: companies stay locked from here to the commit.
        contacts.ecris(lot.connexion(), faits);
        return new Ecartees(
                recu.lignes().size() - lot.lignes().size(), lot.lignes().size() - recues.size() - rejetees.size());
    }

    /**
     * Without the rows of erased persons. A record that stands was not erased, whomever its rows resemble; and what another extract of the day
     * could still tell apart is settled when the day is merged.
     */
    private Lot sansEffacees(Lot lot, Map<ByteBuffer, CleEnregistrement> connus) {
        var enVigueur = rappels.enVigueur(
                lot.connexion(),
                lot.lignes().stream().flatMap(une -> une.marques().stream()).toList());
        return new Lot(
                lot.connexion(),
                lot.place(),
                lot.lignes().stream()
                        .filter(une -> une.ligne() instanceof LigneRecue
                                ? cle(une.cles(), connus).isPresent() || !enVigueur.designentAssurement(une.marques())
                                : !enVigueur.designent(une.marques()))
                        .toList());
    }

    /** Reserves records for the keys that nobody knows, and adds them to those that are known. */
    private Map<Generation, CleEnregistrement> nouvelles(
            SqlConnection connexion, List<Preparee> recues, Map<ByteBuffer, CleEnregistrement> connus) {
        var inconnues = new LinkedHashMap<ByteBuffer, List<Generation>>();
        for (var une : recues) {
            if (cle(une.cles(), connus).isEmpty()) {
                inconnues.putIfAbsent(ByteBuffer.wrap(une.cles().get(0).empreinte()), une.cles());
            }
        }
        var reservees = secrets.reserve(connexion, inconnues.size()).iterator();
        var nouvelles = new LinkedHashMap<Generation, CleEnregistrement>();
        inconnues.forEach((empreinte, generations) -> {
            var cle = reservees.next();
            connus.put(empreinte, cle);
            // Under every generation: another process may hold another one for the current.
            generations.forEach(generation -> nouvelles.put(generation, cle));
        });
        return nouvelles;
    }

    private static Optional<CleEnregistrement> cle(
            List<Generation> generations, Map<ByteBuffer, CleEnregistrement> connus) {
        for (var generation : generations) {
            var connue = connus.get(ByteBuffer.wrap(generation.empreinte()));
            if (connue != null) {
                return Optional.of(connue);
            }
        }
        return Optional.empty();
    }

    private void rejette(Lot lot, List<Preparee> rejetees) {
        var cles = secrets.reserve(lot.connexion(), rejetees.size());
        var rejets = new ArrayList<PageStore.RejetDePage>();
        for (var numero = 0; numero < rejetees.size(); numero++) {
            var une = rejetees.get(numero);
            var rejetee = (LigneRejetee) une.ligne();
            rejets.add(new PageStore.RejetDePage(
                    une.rang(),
                    cles.get(numero).enregistrement(),
                    rejetee.motif(),
                    une.cles().get(0),
                    scellement.scelle(cles.get(numero), LIGNE, rejetee.ligne()),
                    une.marques()));
        }
        secrets.garde(lot.connexion(), cles);
        pages.rejette(lot.connexion(), lot.place(), rejets);
    }

    @SuppressWarnings("unchecked")
    private static Canonique<String> texte() {
        return (Canonique<String>) Canoniques.de(String.class);
    }

    /** Another process reserved a record for a key meanwhile: everything of the lot is rolled back and tried again. */
    static final class ClePrise extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClePrise() {
            super(null, null, false, false);
        }
    }
}
