package fr.gouv.apprentissage.bal.ingestion;

import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.contrat.TerritoireStore;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.RapprochementStore;
import fr.gouv.apprentissage.bal.personne.Trace;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes merged records: their contracts, and who they are of. Neither reads what the other writes, so that one thread may do the one and another the
 * other, of one transaction: while PostgreSQL writes a table, the rows of another are made.
 */
final class EcritureDeLot {

    /** Kind of blind index by which a column is searched. */
    static final Map<String, GenreIndex> INDEXEES =
            Map.of("ine", GenreIndex.INE, "courriels", GenreIndex.COURRIEL, "telephones", GenreIndex.TELEPHONE);

    private static final Set<String> D_ORGANISME = Set.of("formation_siret", "responsable_siret", "responsable_uai");

    private final JourneeStore journees = new JourneeStore();
    private final ContratStore contrats;
    private final TerritoireStore territoires = new TerritoireStore();
    private final IdentiteStore identites;
    private final RapprochementStore rapprochements;
    private final Changements changements;
    private final LignesFusionnees lignes;

    EcritureDeLot(
            ContratStore contrats,
            IdentiteStore identites,
            RapprochementStore rapprochements,
            Changements changements,
            LignesFusionnees lignes) {
        this.contrats = contrats;
        this.identites = identites;
        this.rapprochements = rapprochements;
        this.changements = changements;
        this.lignes = lignes;
    }

    /** What the records say of contracts, what changed of it, and what was beaten. */
    void contrats(SqlConnection connexion, FusionDeLot.Moment moment, FusionDeLot.Fusionnees lot) {
        var avant = lot.contratsAvant();
        var modifiees = lot.modifiees();
        var ajoutees = lignes.contrats(lot.nouvelles(), avant, moment);
        territoires.place(connexion, ajoutees);
        contrats.ajoute(connexion, ajoutees);
        contrats.remplace(connexion, lignes.contrats(modifiees, avant, moment));
        contrats.revoit(connexion, lignes.contrats(lot.revues(), avant, moment));
        contrats.note(connexion, Jours.minuit(moment.jour()), changements.de(modifiees));
        var ecartes = new HashMap<Long, Map<String, Map<Integer, Cellule>>>();
        for (var une : lot.fusions()) {
            if (!une.avant().ecartes().equals(une.apres().ecartes())) {
                ecartes.put(une.enregistrement(), une.apres().ecartes());
            }
        }
        journees.ecarte(connexion, ecartes);
        territoires.rattache(
                connexion,
                modifiees.stream()
                        .filter(une -> une.changees().stream().anyMatch(D_ORGANISME::contains))
                        .map(Fusion::enregistrement)
                        .toList());
    }

    /**
     * Who the records are of, and by what that is found.
     *
     * @param personnes person by record
     */
    void identites(SqlConnection connexion, FusionDeLot.Fusionnees lot, Map<Long, Long> personnes) {
        var avant = lot.identitesAvant();
        var nouvelles = lot.nouvelles();
        var modifiees = lot.modifiees();
        identites.ajoute(connexion, lignes.identites(nouvelles, avant, personnes));
        identites.remplace(connexion, lignes.identites(modifiees, avant, personnes));
        identites.revoit(connexion, lignes.identites(lot.revues(), avant, personnes));
        var premieres = new HashMap<Long, List<Trace>>();
        var traces = new HashMap<Long, List<Trace>>();
        for (var une : lot.fusions()) {
            if (une.nouveau()) {
                premieres.put(une.enregistrement(), une.traces());
            } else if (une.tracesChangees()) {
                traces.put(une.enregistrement(), une.traces());
            }
        }
        rapprochements.remplace(connexion, traces);
        rapprochements.ajoute(connexion, premieres);
        identites.indexe(connexion, lignes.index(modifiees, INDEXEES));
        identites.ajouteIndex(connexion, LignesFusionnees.empreintes(lignes.index(nouvelles, INDEXEES)));
    }
}
