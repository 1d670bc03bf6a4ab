package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.toSet;

import fr.gouv.apprentissage.bal.contact.ContactStore;
import fr.gouv.apprentissage.bal.contact.FaitDeContact;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.Canonique;
import fr.gouv.apprentissage.bal.scellement.Canoniques;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Stages rows: finds or reserves their records, seals them, writes them. Some hundred at a time, whatever the size of a page. */
final class MiseEnAttente {

    /**
     * The whole of a quarantined row. Numbers from 900 on are ingestion's own: fields of no type of the schema.
     */
    static final ChampScelle<String> LIGNE = new ChampScelle<>(900, Classe.IDENTITE, texte());

    /**
     * A row and its place in the page.
     *
     * @param rang place, from 0
     * @param ligne the row
     */
    record Placee(int rang, LigneLue ligne) {}

    private static final int ESSAIS = 3;

    private final Transactions transactions;
    private final Scellement scellement;
    private final IndexAveugles index;
    private final VersionsDeCles versions;
    private final Rappels rappels;
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
        this.index = index;
        this.lignes = new ScellementDeLignes(scellement, index, champs);
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

    /** Stages a lot of one page. */
    Ecartees ajoute(Place place, List<Placee> lot) {
        for (var essai = 1; essai <= ESSAIS; essai++) {
            try {
                return transactions.dans(connexion -> {
                    versions.rejoins(connexion);
                    return ajoute(new Lot(connexion, place, lot));
                });
            } catch (ClePrise prise) {
                continue;
            }
        }
        throw new IllegalStateException("des clés de contrats sont réservées ailleurs sans cesse");
    }

    /**
     * The same within the caller's transaction.
     *
     * @throws ClePrise when all of it must be rolled back and tried again
     */
    Ecartees ajoute(SqlConnection connexion, Place place, List<Placee> lot) {
        return ajoute(new Lot(connexion, place, lot));
    }

    private record Lot(SqlConnection connexion, Place place, List<Placee> lignes) {

        Lot sans(Set<LigneLue> ecartees) {
            return new Lot(
                    connexion,
                    place,
                    lignes.stream()
                            .filter(placee -> !ecartees.contains(placee.ligne()))
                            .toList());
        }
    }

    private Ecartees ajoute(Lot recu) {
        var cles = new HashMap<LigneRecue, List<Generation>>();
        var toutes = new ArrayList<Generation>();
        for (var placee : recu.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue) {
                var generations = index.empreintes(GenreIndex.CLE_CONTRAT, recue.cle());
                cles.put(recue, generations);
                toutes.addAll(generations);
            }
        }
        var trouves = enregistrements.trouve(recu.connexion(), toutes);
        var connus = trouves.connus();
        var marques = new HashMap<LigneLue, List<Marque>>();
        recu.lignes().forEach(placee -> marques.put(placee.ligne(), rappels.marques(placee.ligne())));
        var lot = recu.sans(
                effacees(recu, marques, recue -> cle(cles.get(recue), connus).isPresent()));
        cles.values().removeIf(generations -> generations.stream()
                .anyMatch(une -> trouves.perdus().contains(ByteBuffer.wrap(une.empreinte()))));
        var nouvelles = nouvelles(lot, cles, connus);
        var placees = new ArrayList<PageStore.LigneDePage>();
        var faits = new ArrayList<FaitDeContact>();
        var rejets = new ArrayList<LigneRejetee>();
        var rangsDesRejets = new ArrayList<Integer>();
        for (var placee : lot.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue && cles.containsKey(recue)) {
                var cle = cle(cles.get(recue), connus).orElseThrow();
                placees.add(new PageStore.LigneDePage(
                        placee.rang(),
                        cle.enregistrement(),
                        FormatDeStaging.ecris(lignes.scelle(cle, recue, marques.get(recue)))));
                faits.addAll(recue.contacts());
            } else if (placee.ligne() instanceof LigneRejetee rejetee) {
                rejets.add(rejetee);
                rangsDesRejets.add(placee.rang());
            }
        }
        secrets.garde(lot.connexion(), Set.copyOf(nouvelles.values()));
        if (enregistrements.nomme(lot.connexion(), nouvelles) < nouvelles.size()) {
            throw new ClePrise();
        }
        pages.ajoute(lot.connexion(), lot.place(), placees);
        rejette(lot, rejets, rangsDesRejets, marques);
        // Last: companies stay locked from here to the commit.
        contacts.ecris(lot.connexion(), faits);
        return new Ecartees(
                recu.lignes().size() - lot.lignes().size(), lot.lignes().size() - placees.size() - rejets.size());
    }

    /**
     * The rows of erased persons. A record that stands was not erased, whomever its rows resemble; and what another extract of the day could
     * still tell apart is settled when the day is merged.
     */
    private Set<LigneLue> effacees(Lot lot, Map<LigneLue, List<Marque>> marques, Predicate<LigneRecue> connue) {
        var enVigueur = rappels.enVigueur(
                lot.connexion(), marques.values().stream().flatMap(List::stream).toList());
        return marques.entrySet().stream()
                .filter(ligne -> ligne.getKey() instanceof LigneRecue recue
                        ? !connue.test(recue) && enVigueur.designentAssurement(ligne.getValue())
                        : enVigueur.designent(ligne.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Reserves records for the keys that nobody knows, and adds them to those that are known. */
    private Map<Generation, CleEnregistrement> nouvelles(
            Lot lot, Map<LigneRecue, List<Generation>> cles, Map<ByteBuffer, CleEnregistrement> connus) {
        var inconnues = new LinkedHashMap<ByteBuffer, List<Generation>>();
        for (var placee : lot.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue
                    && cles.containsKey(recue)
                    && cle(cles.get(recue), connus).isEmpty()) {
                var generations = cles.get(recue);
                inconnues.putIfAbsent(ByteBuffer.wrap(generations.get(0).empreinte()), generations);
            }
        }
        var reservees = secrets.reserve(lot.connexion(), inconnues.size()).iterator();
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
        return generations.stream()
                .map(generation -> connus.get(ByteBuffer.wrap(generation.empreinte())))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void rejette(
            Lot lot, List<LigneRejetee> rejetees, List<Integer> rangs, Map<LigneLue, List<Marque>> marques) {
        var cles = secrets.reserve(lot.connexion(), rejetees.size());
        var rejets = new ArrayList<PageStore.RejetDePage>();
        for (var rang = 0; rang < rejetees.size(); rang++) {
            var rejetee = rejetees.get(rang);
            rejets.add(new PageStore.RejetDePage(
                    rangs.get(rang),
                    cles.get(rang).enregistrement(),
                    rejetee.motif(),
                    index.empreintes(GenreIndex.LIGNE, List.of(rejetee.ligne())).get(0),
                    scellement.scelle(cles.get(rang), LIGNE, rejetee.ligne()),
                    marques.get(rejetee)));
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
