package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.referentiel.Mots;
import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;
import fr.gouv.apprentissage.bal.referentiel.chargement.Remplacement.Colonne;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was read, as rows of the tables of V2__referentiel.sql. */
final class Tables {

    private static final List<Colonne> ORGANISME = Stream.concat(
                    Stream.of(
                                    "cle",
                                    "siret",
                                    "uai",
                                    "raison_sociale",
                                    "enseigne",
                                    "nature",
                                    "adresse_voie",
                                    "adresse_code_postal",
                                    "adresse_commune",
                                    "adresse_code_commune",
                                    "adresse_departement",
                                    "departement",
                                    "academie",
                                    "region",
                                    "recherche")
                            .map(nom -> new Colonne(nom, "text")),
                    Stream.of(new Colonne("qualiopi", "boolean"), new Colonne("du_referentiel", "boolean")))
            .toList();
    private static final List<Colonne> CERTIFICATION = List.of(
            new Colonne("cle", "text"),
            new Colonne("cfd", "text"),
            new Colonne("rncp", "text"),
            new Colonne("intitule", "text"),
            new Colonne("niveau", "int"),
            new Colonne("ouverture", "date"),
            new Colonne("fermeture", "date"));

    /** Which of several organismes answers for one UAI (schema.graphql, {@code organisme}). */
    private static final Comparator<OrganismeLu> PREFERENCE = Comparator.comparing(
                    (OrganismeLu lu) -> !lu.duReferentiel())
            .thenComparing(Tables::rang)
            .thenComparing(lu -> lu.siret() == null)
            .thenComparing(OrganismeLu::cle);

    private Tables() {}

    static Remplacement organismes(Collection<OrganismeLu> organismes) {
        return new Remplacement(
                "organisme", ORGANISME, organismes.stream().map(Tables::ligne).toList());
    }

    static Remplacement parUai(Collection<OrganismeLu> organismes) {
        var choisis = new TreeMap<String, OrganismeLu>();
        organismes.stream()
                .filter(lu -> lu.uai() != null)
                .sorted(PREFERENCE)
                .forEach(lu -> choisis.putIfAbsent(lu.uai(), lu));
        return new Remplacement(
                "organisme_par_uai",
                List.of(new Colonne("uai", "text"), new Colonne("organisme", "text")),
                choisis.values().stream()
                        .map(lu -> new String[] {lu.uai(), lu.cle()})
                        .toList());
    }

    static Remplacement certifications(Collection<CertificationLue> certifications) {
        return new Remplacement(
                "certification",
                CERTIFICATION,
                certifications.stream().map(Tables::ligne).toList());
    }

    static Remplacement parRncp(Collection<CertificationLue> certifications) {
        var choisies = new TreeMap<String, CertificationLue>();
        certifications.stream()
                .filter(lue -> lue.rncp() != null)
                .sorted(CertificationLue.PREFERENCE)
                .forEach(lue -> choisies.putIfAbsent(lue.rncp(), lue));
        return new Remplacement(
                "certification_par_rncp",
                List.of(new Colonne("rncp", "text"), new Colonne("certification", "text")),
                choisies.values().stream()
                        .map(lue -> new String[] {lue.rncp(), lue.cle()})
                        .toList());
    }

    /** Who is responsable, alone or also formateur, comes first; of whom nothing is known, last. */
    private static int rang(OrganismeLu lu) {
        if (lu.nature() == null) {
            return 2;
        }
        return lu.nature() == NatureOrganisme.FORMATEUR ? 1 : 0;
    }

    private static String[] ligne(OrganismeLu lu) {
        var adresse = lu.adresse();
        return new String[] {
            lu.cle(),
            lu.siret(),
            lu.uai(),
            lu.raisonSociale(),
            lu.enseigne(),
            OrganismeLu.ouSinon(lu.nature(), NatureOrganisme.INCONNUE).name(),
            adresse.voie(),
            adresse.codePostal(),
            adresse.commune(),
            adresse.codeCommune(),
            adresse.departement(),
            adresse.departement(),
            lu.academie(),
            lu.region(),
            Mots.ensemble(lu.raisonSociale(), lu.enseigne(), adresse.commune()),
            Objects.toString(lu.qualiopi(), null),
            Boolean.toString(lu.duReferentiel())
        };
    }

    private static String[] ligne(CertificationLue lue) {
        return new String[] {
            lue.cle(),
            lue.cfd(),
            lue.rncp(),
            lue.intitule(),
            Objects.toString(lue.niveau(), null),
            Objects.toString(lue.ouverture(), null),
            Objects.toString(lue.fermeture(), null)
        };
    }
}
