package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.scellement.Canonique;
import fr.gouv.apprentissage.bal.scellement.Canoniques;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    private final ScellementDeLignes lignes;
    private final EnregistrementStore enregistrements;
    private final PageStore pages = new PageStore();

    MiseEnAttente(
            Transactions transactions, Scellement scellement, IndexAveugles index, Map<String, ChampScelle<?>> champs) {
        this.transactions = transactions;
        this.scellement = scellement;
        this.index = index;
        this.lignes = new ScellementDeLignes(scellement, index, champs);
        this.enregistrements = new EnregistrementStore(scellement);
    }

    /** Stages a lot of one page; gives how many rows were left out, since the secret of their record is damaged or gone. */
    int ajoute(Place place, List<Placee> lot) {
        for (var essai = 1; essai <= ESSAIS; essai++) {
            try {
                return transactions.dans(connexion -> ajoute(new Lot(connexion, place, lot)));
            } catch (ClePrise prise) {
                continue;
            }
        }
        throw new IllegalStateException("des clés de contrats sont réservées ailleurs sans cesse");
    }

    private record Lot(SqlConnection connexion, Place place, List<Placee> lignes) {}

    private int ajoute(Lot lot) {
        var cles = new HashMap<LigneRecue, List<Generation>>();
        var toutes = new ArrayList<Generation>();
        for (var placee : lot.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue) {
                var generations = index.empreintes(GenreIndex.CLE_CONTRAT, recue.cle());
                cles.put(recue, generations);
                toutes.addAll(generations);
            }
        }
        var trouves = enregistrements.trouve(lot.connexion(), toutes);
        cles.values().removeIf(generations -> generations.stream()
                .anyMatch(une -> trouves.perdus().contains(ByteBuffer.wrap(une.empreinte()))));
        var connus = trouves.connus();
        var nouvelles = nouvelles(lot, cles, connus);
        var placees = new ArrayList<PageStore.LigneDePage>();
        var rejets = new ArrayList<LigneRejetee>();
        var rangsDesRejets = new ArrayList<Integer>();
        for (var placee : lot.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue && cles.containsKey(recue)) {
                var cle = cle(cles.get(recue), connus).orElseThrow();
                placees.add(new PageStore.LigneDePage(
                        placee.rang(), cle.enregistrement(), FormatDeStaging.ecris(lignes.scelle(cle, recue))));
            } else if (placee.ligne() instanceof LigneRejetee rejetee) {
                rejets.add(rejetee);
                rangsDesRejets.add(placee.rang());
            }
        }
        enregistrements.garde(lot.connexion(), nouvelles.values());
        if (enregistrements.nomme(lot.connexion(), nouvelles) < nouvelles.size()) {
            throw new ClePrise();
        }
        pages.ajoute(lot.connexion(), lot.place(), placees);
        rejette(lot, rejets, rangsDesRejets);
        return lot.lignes().size() - placees.size() - rejets.size();
    }

    /** Reserves records for the keys that nobody knows, and adds them to those that are known. */
    private Map<Generation, CleEnregistrement> nouvelles(
            Lot lot, Map<LigneRecue, List<Generation>> cles, Map<ByteBuffer, CleEnregistrement> connus) {
        var inconnues = new LinkedHashMap<ByteBuffer, Generation>();
        for (var placee : lot.lignes()) {
            if (placee.ligne() instanceof LigneRecue recue
                    && cles.containsKey(recue)
                    && cle(cles.get(recue), connus).isEmpty()) {
                var courante = cles.get(recue).get(0);
                inconnues.putIfAbsent(ByteBuffer.wrap(courante.empreinte()), courante);
            }
        }
        var reservees =
                enregistrements.reserve(lot.connexion(), inconnues.size()).iterator();
        var nouvelles = new LinkedHashMap<Generation, CleEnregistrement>();
        inconnues.forEach((empreinte, generation) -> {
            var cle = reservees.next();
            connus.put(empreinte, cle);
            nouvelles.put(generation, cle);
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

    private void rejette(Lot lot, List<LigneRejetee> rejetees, List<Integer> rangs) {
        var cles = enregistrements.reserve(lot.connexion(), rejetees.size());
        var rejets = new ArrayList<PageStore.RejetDePage>();
        for (var rang = 0; rang < rejetees.size(); rang++) {
            var rejetee = rejetees.get(rang);
            rejets.add(new PageStore.RejetDePage(
                    rangs.get(rang),
                    cles.get(rang).enregistrement(),
                    rejetee.motif(),
                    index.empreinte(GenreIndex.LIGNE, List.of(rejetee.ligne())),
                    scellement.scelle(cles.get(rang), LIGNE, rejetee.ligne())));
        }
        enregistrements.garde(lot.connexion(), cles);
        pages.rejette(lot.connexion(), lot.place(), rejets);
    }

    @SuppressWarnings("unchecked")
    private static Canonique<String> texte() {
        return (Canonique<String>) Canoniques.de(String.class);
    }

    /** Another process reserved a record for a key meanwhile: everything of the lot is rolled back and tried again. */
    private static final class ClePrise extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClePrise() {
            super(null, null, false, false);
        }
    }
}
