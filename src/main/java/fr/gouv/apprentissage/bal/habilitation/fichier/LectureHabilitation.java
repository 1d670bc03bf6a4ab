package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.DemandeDOctroi;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one entry of {@code habilitations}. */
final class LectureHabilitation {

    static final Pattern NOM = DemandeDOctroi.NOM;

    private static final Set<String> CLES =
            Set.of("id", "client", "finalite", "baseLegale", "accordeePar", "du", "au", "perimetre", "champs");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Catalogue catalogue;
    private final Set<String> clients;
    private final Fautes fautes;

    LectureHabilitation(Catalogue catalogue, Set<String> clients, Fautes fautes) {
        this.catalogue = catalogue;
        this.clients = clients;
        this.fautes = fautes;
    }

    /**
     * An entry, as far as it could be read; what could not has made a fault.
     *
     * @param ligne where it begins
     * @param comparable whether all that other entries are compared with could be read
     * @param octroi what it says, empty texts in place of missing ones
     * @param lignes line that grants each coordinate
     * @param empreinte of what is written
     */
    record Lue(int ligne, boolean comparable, Octroi octroi, Map<Coordonnee, Integer> lignes, String empreinte) {}

    Optional<Lue> lis(Node noeud) {
        return Objet.lis(noeud, "habilitation", CLES, fautes).map(this::habilitation);
    }

    private Lue habilitation(Objet objet) {
        var id = objet.texteObligatoire("id", NOM).orElse("");
        var baseLegale = objet.texteObligatoire("baseLegale").orElse("");
        var accordeePar = objet.texteObligatoire("accordeePar").orElse("");
        var avant = fautes.nombre();
        var client = objet.texteObligatoire("client").orElse("");
        if (!client.isEmpty() && !clients.contains(client)) {
            fautes.ajoute(objet.valeur("client").orElseThrow(), "client inconnu « " + client + " »");
        }
        var finalite = objet.texteObligatoire("finalite", NOM).orElse("");
        var du = date(objet, "du");
        var au = date(objet, "au");
        if (du.isPresent() && au.isPresent() && au.get().isBefore(du.get())) {
            fautes.ajoute(objet.valeur("au").orElseThrow(), "« au » précède « du »");
        }
        var perimetre = objet.valeur("perimetre")
                .map(p -> LecturePerimetre.lis(p, fautes))
                .orElse(Perimetre.SANS_BORNE);
        var champs = objet.obligatoire("champs")
                .map(n -> new LectureDroits(catalogue, fautes).lis(n))
                .orElse(new LectureDroits.Droits(Map.of(), Map.of(), Map.of()));
        var comparable = fautes.nombre() == avant;
        var octroi = new Octroi(
                id,
                client,
                finalite,
                baseLegale,
                accordeePar,
                du.orElse(LocalDate.EPOCH),
                au.orElse(LocalDate.EPOCH),
                Optional.empty(),
                perimetre,
                champs.droits());
        return new Lue(
                Fautes.ligne(objet.noeud()),
                comparable,
                octroi,
                champs.lignes(),
                Empreinte.dEntree(octroi, champs.ecrits()));
    }

    private Optional<LocalDate> date(Objet objet, String cle) {
        var texte = objet.texteObligatoire(cle);
        if (texte.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(texte.get()).matches()) {
                return Optional.of(LocalDate.parse(texte.get()));
            }
        } catch (DateTimeParseException inexistante) {
            fautes.ajoute(objet.valeur(cle).orElseThrow(), "« " + cle + " » : ce jour n'existe pas");
            return Optional.empty();
        }
        fautes.ajoute(objet.valeur(cle).orElseThrow(), "« " + cle + " » : une date s'écrit AAAA-MM-JJ");
        return Optional.empty();
    }
}
