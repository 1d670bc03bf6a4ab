package fr.gouv.apprentissage.bal.embarque.generateur;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The public nomenclatures of a seed's world, in the very formats of the files that the référentiel reads: 60 training organisations, 24
 * diplomas and their levels.
 */
public final class ReferentielDemo {

    private static final List<String> PLACES = List.of(
            "35;Rennes;35000",
            "35;Saint-Malo;35400",
            "35;Fougères;35300",
            "35;Vitré;35500",
            "35;Redon;35600",
            "35;Bruz;35170",
            "22;Saint-Brieuc;22000",
            "22;Lannion;22300",
            "22;Dinan;22100",
            "22;Guingamp;22200",
            "29;Quimper;29000",
            "29;Brest;29200",
            "29;Morlaix;29600",
            "29;Concarneau;29900",
            "56;Vannes;56000",
            "56;Lorient;56100",
            "56;Pontivy;56300",
            "56;Auray;56400",
            "44;Nantes;44000",
            "49;Angers;49000",
            "75;Paris;75011",
            "93;Bobigny;93000",
            "59;Lille;59000",
            "69;Lyon;69003",
            "13;Marseille;13005",
            "31;Toulouse;31000",
            "33;Bordeaux;33000",
            "67;Strasbourg;67000",
            "21;Dijon;21000",
            "45;Orléans;45000");
    private static final List<String> NOMS = List.of(
            "CFA DES METIERS DE",
            "CENTRE DE FORMATION DE",
            "LYCEE PROFESSIONNEL DE",
            "CAMPUS DES METIERS DE",
            "MAISON FAMILIALE DE");
    private static final List<String> NATURES =
            List.of("responsable_formateur", "responsable_formateur", "formateur", "responsable");

    private final List<OrganismeGenere> organismes;

    /** The nomenclatures of that seed. */
    public ReferentielDemo(long graine) {
        var liste = new ArrayList<OrganismeGenere>();
        for (int i = 0; i < 2 * PLACES.size(); i++) {
            liste.add(organisme(i, Hasard.de(graine, 3, i)));
        }
        organismes = List.copyOf(liste);
    }

    /** The organisations. */
    public List<OrganismeGenere> organismes() {
        return organismes;
    }

    /** The codes of the diplomas, eight characters each. */
    public List<String> cfd() {
        return DiplomesDemo.codes();
    }

    /** {@code organismes.csv}: semicolons, UTF-8 with BOM. */
    public InputStream fichierOrganismes() {
        var lignes = organismes.stream()
                .map(o -> String.join(
                        ";",
                        o.uai(),
                        o.siret(),
                        o.raisonSociale(),
                        "",
                        o.nature(),
                        o.departement(),
                        o.commune(),
                        o.adresse(),
                        ""))
                .collect(Collectors.joining("\n", "", "\n"));
        var texte = "\uFEFFuai;siret;raison_sociale;enseigne;nature;departement;commune;adresse;prepa_apprentissage\n"
                + lignes;
        return new ByteArrayInputStream(texte.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code bcn-formation-diplome.csv}: semicolons, ISO-8859-1, the columns that nothing fills are there and empty. */
    public InputStream fichierDiplomes() {
        return new ByteArrayInputStream(DiplomesDemo.fichierDiplomes().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code bcn-niveau-formation-diplome.csv}: semicolons, ISO-8859-1. */
    public InputStream fichierNiveaux() {
        return new ByteArrayInputStream(DiplomesDemo.fichierNiveaux().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static OrganismeGenere organisme(int i, Hasard h) {
        var place = PLACES.get(i % PLACES.size()).split(";");
        var commune = place[1].toUpperCase(Locale.ROOT);
        return new OrganismeGenere(
                Identifiants.uai(place[0], 9000 + i),
                Identifiants.siret(Identifiants.siren(h), 10 + i),
                NOMS.get(i % NOMS.size()) + " " + commune,
                h.parmi(NATURES),
                place[0],
                place[1],
                h.entre(1, 90) + " RUE DE LA FORMATION " + place[2] + " " + commune);
    }
}
