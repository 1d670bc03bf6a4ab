package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles.Generation;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes facts of contact. There is one record for each source, manner (stated, or answer to a live question), establishment (else company) and
 * address (else domain). The manner is part of what tells records apart, rather than a mark on one of them, so that what an answer is worth (its
 * dates, its end) never lends itself to what a file states, nor the reverse.
 */
public final class ContactStore {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ChampScelle<Courriel> COURRIEL = ChampsScelles.de(Contact.class, "courriel");

    private static final int LOT = 500;

    private final Scellement scellement;
    private final IndexAveugles index;
    private final Clock horloge;
    private final SecretStore secrets;
    private final IdentiteStore indexes = new IdentiteStore();
    private final LignesDeContact lignes = new LignesDeContact();

    /** @param horloge tells which facts have ended already; days are those of Paris */
    public ContactStore(Scellement scellement, IndexAveugles index, Clock horloge) {
        this.scellement = scellement;
        this.index = index;
        this.horloge = horloge;
        this.secrets = new SecretStore(scellement);
    }

    /**
     * Adds the contacts that nobody knew and widens those that are known: first and last sight and the end of trust only move outwards, so that
     * facts may come in any order and more than once. Of a fact that has ended nothing is kept: what is read again is as it was. Nothing is
     * opened.
     *
     * @param connexion in the caller's transaction, which has joined ({@link fr.gouv.apprentissage.bal.scellement.VersionsDeCles#rejoins});
     *     companies stay locked to its end, so it writes contacts once, last, and some thousand at most
     * @param faits just received: their addresses are not stored ones
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory: nothing may be committed
     */
    public Ecriture ecris(SqlConnection connexion, List<FaitDeContact> faits) {
        var aujourdhui = LocalDate.now(horloge.withZone(PARIS));
        var valides = faits.stream()
                .filter(fait -> !fait.expireLe().isBefore(aujourdhui))
                .toList();
        var bilan = new Ecriture(0, 0, 0, faits.size() - valides.size());
        var vus = reunis(valides);
        if (vus.isEmpty()) {
            return bilan;
        }
        lignes.verrouille(connexion, vus);
        for (var debut = 0; debut < vus.size(); debut += LOT) {
            bilan = bilan.plus(ecrisLot(connexion, vus.subList(debut, Math.min(vus.size(), debut + LOT))));
        }
        return bilan;
    }

    private Ecriture ecrisLot(SqlConnection connexion, List<Vu> vus) {
        var connus = lignes.connus(connexion, vus);
        var nouveaux = new ArrayList<Vu>();
        var aElargir = new LinkedHashMap<Long, Vu>();
        for (var rang = 0; rang < vus.size(); rang++) {
            var vu = vus.get(rang);
            var connu = connus.get(rang);
            if (connu == null) {
                nouveaux.add(vu);
            } else if (vu.ajouteA(connu)) {
                aElargir.put(connu.enregistrement(), vu);
            }
        }
        var elargis = lignes.elargis(connexion, aElargir);
        // Purged between the two statements: it had ended, and begins anew.
        aElargir.forEach((enregistrement, vu) -> {
            if (!elargis.contains(enregistrement)) {
                nouveaux.add(vu);
            }
        });
        cree(connexion, nouveaux);
        return new Ecriture(nouveaux.size(), elargis.size(), vus.size() - nouveaux.size() - elargis.size(), 0);
    }

    private void cree(SqlConnection connexion, List<Vu> vus) {
        var cles = secrets.reserve(connexion, vus.size());
        var nouvelles = new ArrayList<LignesDeContact.Nouvelle>();
        var index = new ArrayList<Map.Entry<Long, Empreinte>>();
        for (var rang = 0; rang < vus.size(); rang++) {
            var vu = vus.get(rang);
            var cle = cles.get(rang);
            nouvelles.add(new LignesDeContact.Nouvelle(
                    cle.enregistrement(),
                    vu,
                    vu.dernier().courriel().map(courriel -> scellement.scelle(cle, COURRIEL, courriel))));
            // Under every generation: another process may hold another one for the current.
            vu.empreintes()
                    .forEach(une -> index.add(Map.entry(
                            cle.enregistrement(), new Empreinte(GenreIndex.COURRIEL, une.numero(), une.empreinte()))));
        }
        secrets.garde(connexion, cles);
        lignes.ajoute(connexion, nouvelles);
        indexes.ajouteIndex(connexion, index);
    }

    private record Cle(String source, boolean questionne, String lieu, Object quoi) {}

    /** Facts of one contact together, in the order of their first ones. */
    private List<Vu> reunis(List<FaitDeContact> faits) {
        var places = new HashMap<Cle, Integer>();
        var reunis = new ArrayList<Vu>();
        for (var fait : faits) {
            var vu = Vu.de(fait, empreintes(fait));
            var cles = cles(vu).toList();
            var place = cles.stream().map(places::get).filter(Objects::nonNull).findFirst();
            if (place.isPresent()) {
                reunis.set(place.get(), reunis.get(place.get()).avec(fait));
            } else {
                reunis.add(vu);
            }
            cles.forEach(cle -> places.putIfAbsent(cle, place.orElse(reunis.size() - 1)));
        }
        return reunis;
    }

    // Under each generation: the keys may be read again between two facts, and then another one comes first.
    private static Stream<Cle> cles(Vu vu) {
        var fait = vu.dernier();
        var quoi = vu.empreintes().isEmpty()
                ? fait.domaine().stream()
                : vu.empreintes().stream().map(une -> ByteBuffer.wrap(une.empreinte()));
        return quoi.map(un -> new Cle(fait.source(), fait.questionne(), vu.lieu(), un));
    }

    private List<Generation> empreintes(FaitDeContact fait) {
        return fait.courriel()
                .map(courriel -> index.empreintes(GenreIndex.COURRIEL, List.of(courriel)))
                .orElse(List.of());
    }
}
