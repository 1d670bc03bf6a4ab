package fr.gouv.apprentissage.bal.connecteur.deca;

import fr.gouv.apprentissage.bal.contrat.StatutContrat;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Extrait;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** DECA as ingestion sees it. */
final class ConnecteurDeca implements ConnecteurTire {

    /** The source that its records and its facts carry. */
    static final String SOURCE = "DECA";

    /** What the source has begins here (domain.md §2.1). */
    private static final LocalDate PREMIER_JOUR = LocalDate.of(2022, 6, 7);

    static final ContratDeSchema CONTRAT = ContratDeSchema.de(ConnecteurDeca.class, "contrat-de-schema.json");

    private static final List<Produit> PRODUITS = List.of(
            new Produit(
                    "/contrats/extractLBA", Champs.Portee.LBA, new Extrait("lba", Champs.colonnes(Champs.Portee.LBA))),
            new Produit(
                    "/contrats/extractTBA", Champs.Portee.TBA, new Extrait("tba", Champs.colonnes(Champs.Portee.TBA))));

    private record Produit(String chemin, Champs.Portee portee, Extrait extrait) {}

    private final DecaConfig config;
    private final BooleanSupplier joignable;
    private final ClientDeca client;
    private final Reprise reprise;
    private final Ouverture ouverture;

    /** @param joignable whether the source has an address */
    ConnecteurDeca(DecaConfig config, BooleanSupplier joignable, ClientDeca client, Reprise reprise) {
        this.config = config;
        this.joignable = joignable;
        this.client = client;
        this.reprise = reprise;
        this.ouverture = Ouverture.lis(config.ouverture());
    }

    @Override
    public String nom() {
        return "deca";
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String planification() {
        return config.planification();
    }

    @Override
    public ZoneId fuseau() {
        return config.fuseau();
    }

    @Override
    public boolean actif() {
        return config.actif() && joignable.getAsBoolean();
    }

    @Override
    public Ouverture ouverture() {
        return ouverture;
    }

    @Override
    public LocalDate premierJour() {
        return PREMIER_JOUR;
    }

    @Override
    public LocalDate depuis() {
        return config.depuis();
    }

    @Override
    public List<Extrait> extraits() {
        return PRODUITS.stream().map(Produit::extrait).toList();
    }

    /** The source writes an active contract as an empty status (domain.md §2.3), which any other word of the same day beats. */
    @Override
    public Map<String, String> defauts() {
        return Map.of("statut", StatutContrat.ACTIF.name());
    }

    @Override
    public Reprise reprise() {
        return reprise;
    }

    @Override
    public LigneLue relis(int extrait, LocalDate jour, String ligne) {
        return new LecteurDeLigne(PRODUITS.get(extrait).portee(), jour).relis(ligne);
    }

    @Override
    public LectureDePage lis(int extrait, LocalDate jour, int page, Consumer<LigneLue> lignes) {
        var produit = PRODUITS.get(extrait);
        var compte = produit.portee() == Champs.Portee.LBA ? config.lba() : config.tba();
        var releve = new ReleveDeSchema(CONTRAT.pour(produit.extrait().nom()));
        var lecteur = new LecteurDePage(new LecteurDeLigne(produit.portee(), jour), releve::compare);
        var dites = client.page(
                produit.chemin(),
                compte.utilisateur().orElse("") + ":" + compte.secret().orElse(""),
                jour,
                page,
                corps -> lecteur.lis(corps, page, lignes));
        return new LectureDePage(dites.pages(), dites.lignes(), releve.derives());
    }
}
