package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.Extrait;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.LigneRejetee;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** DECA's rows without its protocol: one extract, of which a page has two rows. */
final class SourceEnMemoire implements ConnecteurTire {

    private static final int PAGE = 2;

    private final LocalDate premier;
    private final Map<LocalDate, List<JsonNode>> lignes = new HashMap<>();
    private final List<String> demandes = new ArrayList<>();
    private String ouverture = "00:00-24:00";
    private String planification = "0 30 19 * * ?";
    private Predicate<JsonNode> refusees = ligne -> false;
    private BiConsumer<LocalDate, Integer> avant = (jour, page) -> {};

    SourceEnMemoire(LocalDate premier) {
        this.premier = premier;
    }

    void dit(LocalDate jour, JsonNode... siennes) {
        lignes.put(jour, List.of(siennes));
    }

    /** Rows that the rules of the day refuse. */
    void refuse(Predicate<JsonNode> lesquelles) {
        refusees = lesquelles;
    }

    /** Happens before each page is given. */
    void avant(BiConsumer<LocalDate, Integer> quoi) {
        avant = quoi;
    }

    void ouvre(String heures) {
        ouverture = heures;
    }

    void planifie(String cron) {
        planification = cron;
    }

    /** Days and pages that were asked for. */
    List<String> demandes() {
        return demandes;
    }

    @Override
    public String nom() {
        return "deca";
    }

    @Override
    public String source() {
        return "DECA";
    }

    @Override
    public String planification() {
        return planification;
    }

    @Override
    public boolean actif() {
        return true;
    }

    @Override
    public Ouverture ouverture() {
        return Ouverture.lis(ouverture);
    }

    @Override
    public LocalDate premierJour() {
        return LocalDate.of(2022, 6, 7);
    }

    @Override
    public LocalDate depuis() {
        return premier;
    }

    @Override
    public List<Extrait> extraits() {
        return List.of(new Extrait("lba", Champs.colonnes(Champs.Portee.LBA)));
    }

    @Override
    public Map<String, String> defauts() {
        return Map.of();
    }

    @Override
    public Reprise reprise() {
        return new Reessais(1);
    }

    @Override
    public LigneLue relis(int extrait, LocalDate jour, String ligne) {
        return new LecteurDeLigne(Champs.Portee.LBA, jour).relis(ligne);
    }

    @Override
    public LectureDePage lis(int extrait, LocalDate jour, int page, Consumer<LigneLue> consommateur) {
        demandes.add(jour + " " + page);
        avant.accept(jour, page);
        var siennes = lignes.getOrDefault(jour, List.of());
        var lecteur = new LecteurDeLigne(Champs.Portee.LBA, jour);
        var releve = new ReleveDeSchema(ConnecteurDeca.CONTRAT.pour("lba"));
        siennes.stream().skip((page - 1L) * PAGE).limit(PAGE).forEach(ligne -> {
            releve.compare(ligne);
            consommateur.accept(
                    refusees.test(ligne)
                            ? new LigneRejetee("REGLE_DHIER", Sealed.recu(ligne.toString()), IdentiteLue.lis(ligne))
                            : lecteur.lis(ligne));
        });
        return new LectureDePage(
                Math.max(1, (siennes.size() + PAGE - 1) / PAGE), OptionalLong.of(siennes.size()), releve.derives());
    }
}
