package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.referentiel.Territoires;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the sources say together.
 *
 * @param organismes the organismes, by key
 * @param certifications the diplomas, by key
 * @param rapports by file
 */
record Lecture(
        Collection<OrganismeLu> organismes,
        Collection<CertificationLue> certifications,
        List<RapportDeFichier> rapports) {

    /** Bytes in which the first character of a file is looked for. */
    private static final int ENTREE = 8192;

    /**
     * Reads them; blocks.
     *
     * @throws SourceIllisible when one cannot be read
     */
    static Lecture de(Sources sources) {
        var rapports = new ArrayList<RapportDeFichier>();
        var organismes = organismes(sources.organismes(), rapports);
        var niveaux = new HashMap<String, Integer>();
        var rapportsDeNiveaux = new ArrayList<RapportDeFichier>();
        for (var source : sources.niveaux()) {
            var releve = new Releve(source.nom());
            niveaux.putAll(ouvre(source, texte -> Niveau.parCode(texte, releve)));
            rapportsDeNiveaux.add(releve.rapport(UaisPartages.AUCUN));
        }
        var certifications = new TreeMap<String, CertificationLue>();
        for (var source : sources.diplomes()) {
            var releve = new Releve(source.nom());
            ouvre(source, texte -> new LectureDiplomes(releve, niveaux).lis(texte))
                    .forEach(lue -> certifications.put(lue.cle(), lue));
            rapports.add(releve.rapport(UaisPartages.AUCUN));
        }
        rapports.addAll(rapportsDeNiveaux);
        return new Lecture(organismes.values(), certifications.values(), List.copyOf(rapports));
    }

    /** Field by field: the référentiel before lists, and of two files of one kind the later. */
    private static Map<String, OrganismeLu> organismes(List<Source> sources, List<RapportDeFichier> rapports) {
        var listes = new ArrayList<OrganismeLu>();
        var referentiels = new ArrayList<OrganismeLu>();
        for (var source : sources) {
            var releve = new Releve(source.nom());
            var reception = new ReceptionDOrganismes(releve);
            var json = ouvre(source, texte -> organismes(texte, releve, reception));
            (json ? referentiels : listes).addAll(reception.recus());
            rapports.add(releve.rapport(UaisPartages.parmi(reception.recus())));
        }
        var ensemble = new TreeMap<String, OrganismeLu>();
        listes.forEach(lu -> ensemble.merge(lu.cle(), lu, (ancien, nouveau) -> nouveau.ouSinon(ancien)));
        referentiels.forEach(lu -> ensemble.merge(lu.cle(), lu, (ancien, nouveau) -> nouveau.ouSinon(ancien)));
        ensemble.replaceAll((cle, lu) -> situe(lu));
        return ensemble;
    }

    private static boolean organismes(Reader texte, Releve releve, ReceptionDOrganismes reception) throws IOException {
        var json = commenceParCrochet(texte);
        if (json) {
            LectureOrganismesJson.lis(texte, releve, reception);
        } else {
            LectureOrganismesCsv.lis(texte, releve, reception);
        }
        return json;
    }

    /** A place known by its département alone is in that one's académie and region. */
    private static OrganismeLu situe(OrganismeLu lu) {
        return Optional.ofNullable(lu.adresse().departement())
                .flatMap(Territoires::duDepartement)
                .map(territoire -> lu.ouSinon(new OrganismeLu(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new AdresseLue(null, null, null, null, null),
                        territoire.academie(),
                        territoire.region(),
                        false)))
                .orElse(lu);
    }

    private static boolean commenceParCrochet(Reader texte) throws IOException {
        texte.mark(ENTREE);
        int lu = texte.read();
        for (int i = 1; i < ENTREE && lu >= 0 && Character.isWhitespace(lu); i++) {
            lu = texte.read();
        }
        texte.reset();
        return lu == '[' || lu == '{';
    }

    private static <T> T ouvre(Source source, Usage<T> usage) {
        try (var texte =
                new BufferedReader(new LecteurDeTexte(source.ouverture().ouvre()), ENTREE)) {
            return usage.lis(texte);
        } catch (IOException e) {
            throw new SourceIllisible(source.nom(), "le fichier ne peut pas être ouvert", e);
        }
    }

    @FunctionalInterface
    private interface Usage<T> {
        T lis(Reader texte) throws IOException;
    }
}
