package fr.gouv.apprentissage.bal.ingestion;

import static java.util.stream.Collectors.toSet;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.Empreinte;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.SecretStore;
import fr.gouv.apprentissage.bal.scellement.VersionsDeCles;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Merges some hundred records of a day: reads their state, merges, matches, writes, in a number of statements that does not depend on how many. */
final class FusionDeLot {

    /**
     * What a merge is of.
     *
     * @param jour the day whose rows are merged
     * @param estampille what changed carries it ({@link ContratStore#estampille})
     */
    record Moment(LocalDate jour, OffsetDateTime estampille) {}

    /**
     * Records whose rows are merged and not written yet.
     *
     * @param fusions the records, in the order in which they came
     * @param contratsAvant their rows before, of those that stood
     * @param identitesAvant the same
     * @param marques of their rows, by the rank of the extract
     * @param nombres doubts by reason
     */
    record Fusionnees(
            List<Fusion> fusions,
            Map<Long, Map<String, Cellule>> contratsAvant,
            Map<Long, Map<String, Cellule>> identitesAvant,
            Map<Integer, List<Marque>> marques,
            Map<String, Long> nombres) {

        List<Fusion> nouvelles() {
            return fusions.stream().filter(Fusion::nouveau).toList();
        }

        /** Those of which a value or a person is to be written anew. */
        List<Fusion> modifiees() {
            return fusions.stream()
                    .filter(une -> une.modifie() || !une.nouveau() && une.aApparier())
                    .toList();
        }

        /** Those that say the same as before. */
        List<Fusion> revues() {
            return fusions.stream()
                    .filter(une -> !une.nouveau() && !une.modifie() && !une.aApparier() && une.revu())
                    .toList();
        }
    }

    private static final Logger LOG = Logger.getLogger(FusionDeLot.class);
    private static final String EN_RETARD = "LIGNE_EN_RETARD";
    private static final String ALTEREES = "VALEUR_ALTEREE";

    private static final Set<String> D_IDENTITE =
            IdentiteStore.COLONNES.stream().map(Colonne::nom).collect(toSet());

    private final JourneeStore journees = new JourneeStore();
    private final QuarantaineStore quarantaine = new QuarantaineStore();
    private final ContratStore contrats = new ContratStore();
    private final IdentiteStore identites = new IdentiteStore();
    private final RapprochementStore rapprochements = new RapprochementStore();
    private final SecretStore secrets;
    private final EnregistrementStore enregistrements;
    private final Rappels rappels;
    private final String source;
    private final VersionsDeCles versions;
    private final FusionDeChamps champs;
    private final AccordDesVersions accord;
    private final FusionDEnregistrement fusion;
    private final EcritureDeLot ecriture;
    private final List<Extrait> extraits;
    private final Map<String, String> defauts;

    FusionDeLot(ConnecteurTire connecteur, Scellement scellement, VersionsDeCles versions, Rappels rappels) {
        this.versions = versions;
        this.rappels = rappels;
        this.secrets = new SecretStore(scellement);
        this.enregistrements = new EnregistrementStore(secrets);
        this.source = connecteur.source();
        this.extraits = connecteur.extraits();
        this.defauts = connecteur.defauts();
        this.champs = new FusionDeChamps(extraits, scellement);
        this.accord = new AccordDesVersions(scellement, AtelierDIngestion.champs());
        this.fusion = new FusionDEnregistrement(extraits, champs);
        this.ecriture = new EcritureDeLot(
                contrats,
                identites,
                rapprochements,
                new Changements(champs, defauts),
                new LignesFusionnees(connecteur));
    }

    /** Merges and writes. */
    Bilan fusionne(
            SqlConnection connexion, Moment moment, List<Long> recus, Map<Long, Map<Integer, LigneScellee>> lignes) {
        var lot = prepare(connexion, moment.jour(), recus, lignes);
        ecrisContrats(connexion, moment, lot);
        repare(connexion, moment, lot);
        return ecrisPersonnes(connexion, lot);
    }

    /** Merges staged rows. What it reads no other lot of the same transaction writes: it may run ahead. */
    Fusionnees prepare(SqlConnection connexion, LocalDate jour, List<Long> recus) {
        return prepare(connexion, jour, recus, journees.lignes(connexion, source, jour, recus));
    }

    /** @param lignes of each record the rows of the day, by the rank of their extract */
    private Fusionnees prepare(
            SqlConnection connexion, LocalDate jour, List<Long> recus, Map<Long, Map<Integer, LigneScellee>> lignes) {
        var contratsAvant = contrats.charge(connexion, recus);
        var effaces = effaces(connexion, lignes, contratsAvant.keySet());
        enregistrements.oublie(connexion, effaces);
        var ids = recus.stream().filter(id -> !effaces.contains(id)).toList();
        var identitesAvant = identites.charge(connexion, contratsAvant.keySet());
        var tracesAvant = rapprochements.charge(connexion, contratsAvant.keySet());
        var ecartes = journees.ecartes(connexion, contratsAvant.keySet());
        oublieLesGenerationsRetirees(lignes, ecartes);
        accord.accorde(
                connexion, new AccordDesVersions.Tenues(List.of(contratsAvant, identitesAvant), ecartes, lignes));
        var etats = etats(connexion, contratsAvant, identitesAvant, ecartes);
        var fusions = ids.stream()
                .map(id -> fusion.fusionne(
                        id,
                        Optional.ofNullable(etats.get(id)),
                        tracesAvant.getOrDefault(id, List.of()),
                        jour,
                        lignes.get(id)))
                .toList();
        var ecartees = effaces.stream().mapToLong(id -> lignes.get(id).size()).sum();
        return new Fusionnees(
                fusions,
                contratsAvant,
                identitesAvant,
                marques(ids, lignes),
                Map.of(
                        ALTEREES,
                        alterees(fusions),
                        Rappels.MOTIF,
                        ecartees,
                        EN_RETARD,
                        enRetard(fusions, jour, lignes)));
    }

    /** Writes the contracts of merged records. No other lot of the same transaction reads them. */
    void ecrisContrats(SqlConnection connexion, Moment moment, Fusionnees lot) {
        ecriture.contrats(connexion, moment, lot);
    }

    private static Map<Integer, List<Marque>> marques(List<Long> ids, Map<Long, Map<Integer, LigneScellee>> lignes) {
        var marques = new HashMap<Integer, List<Marque>>();
        ids.forEach(id -> lignes.get(id)
                .forEach((rang, ligne) -> marques.computeIfAbsent(rang, nouveau -> new ArrayList<>())
                        .addAll(ligne.marques())));
        return marques;
    }

    /** Takes out of quarantine what the source has mended with these rows. No other lot of the same transaction reads it. */
    void repare(SqlConnection connexion, Moment moment, Fusionnees lot) {
        lot.marques()
                .forEach((rang, marques) -> quarantaine.sors(
                        connexion,
                        quarantaine.reparees(
                                connexion,
                                source,
                                moment.jour(),
                                extraits.get(rang).nom(),
                                marques)));
    }

    /** Matches merged records and writes who they are of: one lot after the other, since those of a lot are candidates for the next. */
    Bilan ecrisPersonnes(SqlConnection connexion, Fusionnees lot) {
        var appariement = new AppariementDeLot(source, identites, rapprochements)
                .apparie(connexion, lot.fusions(), personnes(lot.identitesAvant()));
        ecriture.identites(connexion, lot, appariement.personnes());
        identites.fusionne(connexion, appariement.remplacees());
        return bilan(lot, appariement.ambigus());
    }

    /**
     * New records that are of erased persons: all that the day's extracts say of one decides. And those that were erased while their rows were
     * staged: nothing that is sealed under them could ever be read.
     */
    private Set<Long> effaces(SqlConnection connexion, Map<Long, Map<Integer, LigneScellee>> lignes, Set<Long> connus) {
        var marques = new HashMap<Long, List<Marque>>();
        lignes.forEach((id, parExtrait) -> {
            if (!connus.contains(id)) {
                marques.put(
                        id,
                        parExtrait.values().stream()
                                .flatMap(ligne -> ligne.marques().stream())
                                .toList());
            }
        });
        if (marques.isEmpty()) {
            return Set.of();
        }
        var enVigueur = rappels.enVigueur(
                connexion, marques.values().stream().flatMap(List::stream).toList());
        var effaces = new HashSet<>(secrets.sansSecret(connexion, marques.keySet()));
        marques.forEach((id, siennes) -> {
            if (enVigueur.designent(siennes)) {
                effaces.add(id);
            }
        });
        return effaces;
    }

    /** What was staged or beaten before a generation of blind indexes went must not bring it back. */
    private void oublieLesGenerationsRetirees(
            Map<Long, Map<Integer, LigneScellee>> lignes, Map<Long, Map<String, Map<Integer, Cellule>>> ecartes) {
        var generations = versions.generations();
        lignes.values().forEach(siennes -> siennes.replaceAll((rang, ligne) -> ligne.sous(generations)));
        ecartes.values().forEach(colonnes -> colonnes.values()
                .forEach(dites -> dites.replaceAll((rang, dite) -> LigneScellee.sous(generations, dite))));
    }

    /** Rows of a day before the one at which their record stands already for their extract: they change nothing. */
    private static long enRetard(List<Fusion> fusions, LocalDate jour, Map<Long, Map<Integer, LigneScellee>> lignes) {
        return fusions.stream()
                .mapToLong(une -> lignes.get(une.enregistrement()).keySet().stream()
                        .map(une.avant().jours()::get)
                        .filter(connu -> connu != null && connu.isAfter(jour))
                        .count())
                .sum();
    }

    /** Records of which a stored value was damaged: what comes in replaces it where it says anything, and the run says so. */
    private static long alterees(List<Fusion> fusions) {
        var alterees = 0L;
        for (var une : fusions) {
            var colonnes = une.avant().cellules().entrySet().stream()
                    .filter(cellule -> cellule.getValue().alteree())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!colonnes.isEmpty()) {
                LOG.errorf("enregistrement %d : valeurs altérées dans %s", une.enregistrement(), colonnes);
                alterees++;
            }
        }
        return alterees;
    }

    private Map<Long, EtatDeChamps> etats(
            SqlConnection connexion,
            Map<Long, Map<String, Cellule>> contratsAvant,
            Map<Long, Map<String, Cellule>> identitesAvant,
            Map<Long, Map<String, Map<Integer, Cellule>>> ecartes) {
        if (contratsAvant.isEmpty()) {
            return Map.of();
        }
        var index = identites.index(connexion, contratsAvant.keySet());
        var etats = new HashMap<Long, EtatDeChamps>();
        contratsAvant.forEach((id, contrat) -> {
            var cellules = new HashMap<String, Cellule>();
            for (var colonne : champs.colonnes()) {
                var ligne = D_IDENTITE.contains(colonne) ? identitesAvant.get(id) : contrat;
                var cellule = ligne.getOrDefault(colonne, Cellule.VIDE);
                // What an old key no longer opens is as if it were not there: the next extract that states it mends it.
                if (!cellule.vide()
                        && !parDefaut(colonne, cellule)
                        && (cellule.alteree() || accord.aJour(colonne, cellule))) {
                    cellules.put(colonne, avecIndex(colonne, cellule, index.getOrDefault(id, List.of())));
                }
            }
            etats.put(id, new EtatDeChamps(jours(contrat), cellules, lisibles(ecartes.getOrDefault(id, Map.of()))));
        });
        return etats;
    }

    private Map<String, Map<Integer, Cellule>> lisibles(Map<String, Map<Integer, Cellule>> ecartes) {
        ecartes.forEach((colonne, parRang) -> parRang.values().removeIf(cellule -> !accord.aJour(colonne, cellule)));
        return ecartes;
    }

    /** What a default put there was said by nobody. */
    private boolean parDefaut(String colonne, Cellule cellule) {
        return cellule.clair() != null && cellule.clair().equals(defauts.get(colonne));
    }

    private static Cellule avecIndex(String colonne, Cellule cellule, List<Empreinte> index) {
        var genre = EcritureDeLot.INDEXEES.get(colonne);
        return genre == null
                ? cellule
                : new Cellule(
                        cellule.scelle(),
                        cellule.clair(),
                        index.stream().filter(un -> un.genre() == genre).toList());
    }

    private Map<Integer, LocalDate> jours(Map<String, Cellule> contrat) {
        var jours = new HashMap<Integer, LocalDate>();
        for (var rang = 0; rang < extraits.size(); rang++) {
            var jour = contrat.get("jour_" + extraits.get(rang).nom()).clair();
            if (jour != null) {
                jours.put(rang, LocalDate.parse(jour));
            }
        }
        return jours;
    }

    private static Map<Long, Long> personnes(Map<Long, Map<String, Cellule>> identites) {
        var personnes = new HashMap<Long, Long>();
        identites.forEach((id, ligne) ->
                personnes.put(id, Long.valueOf(ligne.get("personne").clair())));
        return personnes;
    }

    private static Bilan bilan(Fusionnees lot, long ambigus) {
        var crees = lot.fusions().stream().filter(Fusion::nouveau).count();
        var modifies = lot.fusions().stream().filter(Fusion::modifie).count();
        var signalements = new HashMap<>(lot.nombres());
        signalements.put("PERSONNE_AMBIGUE", ambigus);
        signalements.values().removeIf(nombre -> nombre == 0);
        return new Bilan(0, crees, modifies, lot.fusions().size() - crees - modifies, 0, signalements);
    }
}
