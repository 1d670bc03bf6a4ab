package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import fr.gouv.apprentissage.bal.ingestion.ConnecteurDeFaits;
import fr.gouv.apprentissage.bal.ingestion.Ouverture;
import fr.gouv.apprentissage.bal.ingestion.Reprise;
import fr.gouv.apprentissage.bal.ingestion.SourceIndisponible;
import fr.gouv.apprentissage.bal.ingestion.SourceRefusee;
import fr.gouv.apprentissage.bal.ingestion.depot.Depot;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The files of one format as ingestion sees them. What a file says was said when it was written last: a file that stays in its folder does not become
 * younger by being read again.
 */
public final class ConnecteurDeFichiers implements ConnecteurDeFaits {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String A_L_ADRESSE = "adresse ";
    private static final Pattern TELECHARGEE = Pattern.compile(A_L_ADRESSE + "\\d{4}-\\d{2}-\\d{2}");

    private final Format format;
    private final FichiersConfig config;
    private final Sortie sortie;
    private final Reprise reprise;
    private final long tailleDeClasseur;
    private final Depots depots;
    private final Clock horloge;
    private final Ouverture ouverture;

    /**
     * @param sortie the way out to the configured address
     * @param tailleDeClasseur most bytes of a workbook, inflated
     * @param depots files that are handed in for it
     */
    public ConnecteurDeFichiers(
            Format format,
            FichiersConfig config,
            Sortie sortie,
            Reprise reprise,
            long tailleDeClasseur,
            Depots depots,
            Clock horloge) {
        this.depots = depots;
        this.format = format;
        this.config = config;
        this.sortie = sortie;
        this.reprise = reprise;
        this.tailleDeClasseur = tailleDeClasseur;
        this.horloge = horloge;
        this.ouverture = Ouverture.lis(config.ouverture());
    }

    @Override
    public String nom() {
        return "contacts-" + format.nom();
    }

    @Override
    public String source() {
        return format.source();
    }

    @Override
    public String planification() {
        return config.planification();
    }

    @Override
    public boolean actif() {
        return config.actif();
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
    public Duration confiance() {
        return config.confiance();
    }

    @Override
    public List<String> parts() {
        var parts = new ArrayList<String>();
        config.dossier().ifPresent(dossier -> PartDeFichier.dans(dossier, format).stream()
                .map(PartDeFichier::nom)
                .forEach(parts::add));
        // What stands at an address may change without a sign of it: it is another part every day.
        config.url().ifPresent(adresse -> parts.add(A_L_ADRESSE + LocalDate.ofInstant(horloge.instant(), PARIS)));
        parts.addAll(depots.parts());
        return List.copyOf(parts);
    }

    @Override
    public LectureDePart lis(String part, Consumer<LigneDeFait> lignes) {
        try {
            var depot = depots.de(part);
            if (depot.isPresent()) {
                return lisDepot(depot.get(), lignes);
            }
            return TELECHARGEE.matcher(part).matches() && config.url().isPresent()
                    ? telecharge(config.url().get(), lignes)
                    : lisFichier(part, lignes);
        } catch (IOException coupure) {
            throw new SourceIndisponible("le fichier ne peut pas être lu");
        }
    }

    /** What was handed in was said when it came. */
    private LectureDePart lisDepot(Depot depot, Consumer<LigneDeFait> lignes) throws IOException {
        depots.inscris();
        return lis(Contenu.relisible(() -> depots.ouvre(depot)), interpretation(depot.recuLe()), lignes);
    }

    @Override
    public boolean recoitDesFichiers() {
        return true;
    }

    @Override
    public void acheve(SqlConnection connexion, String part) {
        depots.acheve(connexion, part);
    }

    private LectureDePart telecharge(URI adresse, Consumer<LigneDeFait> lignes) {
        var interpretation = interpretation(horloge.instant());
        return sortie.demande(
                Demande.lis(adresse, Map.of()), reponse -> lis(Contenu.recu(reponse.corps()), interpretation, lignes));
    }

    private LectureDePart lisFichier(String part, Consumer<LigneDeFait> lignes) throws IOException {
        var fichier = config.dossier().stream()
                .flatMap(dossier -> PartDeFichier.dans(dossier, format).stream())
                .filter(un -> un.nom().equals(part))
                .findFirst()
                .orElseThrow(
                        () -> new SourceRefusee("le fichier a changé depuis : il sera lu à la prochaine exécution"));
        var maintenant = horloge.instant();
        var vuLe = fichier.date().isAfter(maintenant) ? maintenant : fichier.date();
        return lis(Contenu.de(fichier.chemin()), interpretation(vuLe), lignes);
    }

    private LectureDePart lis(Contenu contenu, Interpretation interpretation, Consumer<LigneDeFait> lignes)
            throws IOException {
        if (format.classeur()) {
            var classeur = new LectureClasseur(tailleDeClasseur);
            var lues = classeur.lis(contenu, format, interpretation, lignes);
            return new LectureDePart(lues, 0, classeur.derives());
        }
        try (InputStream flux = contenu.ouvre()) {
            var csv = new LectureCsv(flux);
            var lues = csv.lis(format, interpretation, lignes);
            return new LectureDePart(lues, 0, csv.derives());
        }
    }

    private Interpretation interpretation(Instant vuLe) {
        var expireLe = vuLe.plus(config.confiance()).atZone(PARIS).toLocalDate();
        return new Interpretation(format.source(), vuLe, expireLe);
    }
}
