package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeLots;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.referentiel.Opcos;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Fills the OPCO of contracts' employers from the directories. A part is the establishments whose number begins by two digits; what was asked is
 * cached, so that a part which is read again asks for nothing twice.
 */
final class ConnecteurDEntreprises implements ConnecteurDeLots {

    private static final int LOT = 50;
    private static final String INCONNU = "OPCO_INCONNU";
    private static final String MULTIPLE = "OPCO_MULTIPLE";
    private static final String NON_RECONNU = "OPCO_NON_RECONNU";
    private static final String SANS_REPONSE = "SANS_REPONSE";

    private final OpcoConfig.Entreprises config;
    private final OpcoDEntreprise opcos;
    private final EmployeurStore employeurs;
    private final Reprise reprise;
    private final Ouverture ouverture;

    ConnecteurDEntreprises(
            OpcoConfig.Entreprises config, OpcoDEntreprise opcos, EmployeurStore employeurs, Reprise reprise) {
        this.config = config;
        this.opcos = opcos;
        this.employeurs = employeurs;
        this.reprise = reprise;
        this.ouverture = Ouverture.lis(config.ouverture());
    }

    @Override
    public String nom() {
        return "opco-des-entreprises";
    }

    @Override
    public String source() {
        return "ANNUAIRES_OPCO";
    }

    @Override
    public String planification() {
        return config.planification();
    }

    @Override
    public boolean actif() {
        return config.actif() && opcos.actif();
    }

    @Override
    public Ouverture ouverture() {
        return ouverture;
    }

    @Override
    public Reprise reprise() {
        return reprise;
    }

    @Override
    public boolean aFaire() {
        return employeurs.reste();
    }

    @Override
    public List<String> parts() {
        return IntStream.range(0, 100).mapToObj("%02d"::formatted).toList();
    }

    @Override
    public Optional<Lot> lot(String part, String apres) {
        var sirets = employeurs.suivants(part, apres, LOT);
        if (sirets.isEmpty()) {
            return Optional.empty();
        }
        var tournee = opcos.demande(sirets);
        return Optional.of(new Lot(
                sirets.get(sirets.size() - 1).valeur(),
                sirets.size(),
                signalements(sirets, tournee),
                opcos.derives(),
                tournee.empechement(),
                connexion -> employeurs.ecris(connexion, tournee.trouves())));
    }

    @Override
    public Derives derives() {
        return opcos.derives();
    }

    private static Map<String, Long> signalements(Collection<Siret> sirets, Tournee tournee) {
        var signalements = new TreeMap<String, Long>();
        for (var siret : sirets) {
            var opco = tournee.trouves().get(siret);
            if (opco == null) {
                signalements.merge(tournee.nonReconnu(siret) ? NON_RECONNU : SANS_REPONSE, 1L, Long::sum);
            } else if (opco.equals(Opcos.inconnu())) {
                signalements.merge(INCONNU, 1L, Long::sum);
            } else if (opco.equals(Opcos.multiple())) {
                signalements.merge(MULTIPLE, 1L, Long::sum);
            }
        }
        return signalements;
    }
}
