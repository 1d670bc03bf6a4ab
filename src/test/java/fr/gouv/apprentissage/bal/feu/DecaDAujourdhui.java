package fr.gouv.apprentissage.bal.feu;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.Extrait;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** DECA, whose rules have learnt since yesterday what a type {@code T11} is: rows in quarantine are read by them, and pages are not. */
final class DecaDAujourdhui implements ConnecteurTire {

    private final ConnecteurTire dHier;
    private Runnable avantUnePage = () -> {};

    DecaDAujourdhui(ConnecteurTire dHier) {
        this.dHier = dHier;
    }

    /** Happens once, before the next page is asked for. */
    void avantUnePage(Runnable quoi) {
        avantUnePage = quoi;
    }

    @Override
    public LigneLue relis(int extrait, LocalDate jour, String ligne) {
        return dHier.relis(extrait, jour, ligne.replaceAll("\"T(\\d\\d)\"", "\"$1\""));
    }

    @Override
    public LectureDePage lis(int extrait, LocalDate jour, int page, Consumer<LigneLue> lignes) {
        var quoi = avantUnePage;
        avantUnePage = () -> {};
        quoi.run();
        return dHier.lis(extrait, jour, page, lignes);
    }

    @Override
    public String nom() {
        return dHier.nom();
    }

    @Override
    public String source() {
        return dHier.source();
    }

    @Override
    public String planification() {
        return dHier.planification();
    }

    @Override
    public ZoneId fuseau() {
        return dHier.fuseau();
    }

    @Override
    public boolean actif() {
        return true;
    }

    @Override
    public Ouverture ouverture() {
        return dHier.ouverture();
    }

    @Override
    public Reprise reprise() {
        return dHier.reprise();
    }

    @Override
    public LocalDate premierJour() {
        return dHier.premierJour();
    }

    @Override
    public LocalDate depuis() {
        return dHier.depuis();
    }

    @Override
    public List<Extrait> extraits() {
        return dHier.extraits();
    }

    @Override
    public Map<String, String> defauts() {
        return dHier.defauts();
    }
}
