package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.declaration.Reference;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.referentiel.Certification;
import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;
import fr.gouv.apprentissage.bal.referentiel.Organisme;
import graphql.execution.MergedField;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An organisme or a certification found by the codes on the row. Where the nomenclature does not know them, the codes are all there is. */
final class SelectionDeReference {

    private static final Map<String, Forme> ORGANISME = Map.of(
            "raisonSociale", Forme.Simple.TEXTE,
            "nature", Forme.de(NatureOrganisme.class),
            "qualiopi", Forme.Simple.BOOLEEN,
            "departement", Forme.Simple.TEXTE,
            "academie", Forme.Simple.TEXTE,
            "region", Forme.Simple.TEXTE);
    private static final Map<String, Forme> CERTIFICATION = Map.of(
            "intitule", Forme.Simple.TEXTE,
            "niveau", Forme.Simple.ENTIER,
            "ouverture", Forme.Simple.DATE,
            "fermeture", Forme.Simple.DATE);
    private static final Map<String, String> ADRESSE = Map.of(
            "voie", "adresse_voie",
            "codePostal", "adresse_code_postal",
            "commune", "adresse_commune",
            "codeCommune", "adresse_code_commune",
            "departement", "adresse_departement");

    private final Contexte contexte;
    private final NoeudEnCours noeud;

    SelectionDeReference(Contexte contexte, NoeudEnCours noeud) {
        this.contexte = contexte;
        this.noeud = noeud;
    }

    ChampEcrit objet(String cle, Coordonnee coordonnee, RecordComponent composant, MergedField champ) {
        var codes = List.of(composant.getAnnotation(Reference.class).colonnes());
        var alias = "ref_" + composant.getName().toLowerCase(java.util.Locale.ROOT);
        noeud.jointure(composant.getType() == Organisme.class ? organisme(alias, codes) : certification(alias, codes));
        var presence = codes.stream().map(code -> noeud.colonne("c." + code)).toList();
        return new ChampEcrit.Objet(cle, coordonnee, presence, champs(champ, composant.getType(), alias, codes));
    }

    private List<ChampEcrit> champs(MergedField champ, Class<?> type, String alias, List<String> codes) {
        var champs = new ArrayList<ChampEcrit>();
        for (var sous : contexte.sousChamps(champ, type.getSimpleName())) {
            var cle = sous.getResultKey();
            champs.add(
                    switch (sous.getName()) {
                        case "__typename" -> new ChampEcrit.NomDeType(cle, type.getSimpleName());
                        case "siret", "cfd" -> code(cle, alias + "." + sous.getName(), codes.get(0));
                        case "uai", "rncp" ->
                            codes.size() > 1
                                    ? code(cle, alias + "." + sous.getName(), codes.get(1))
                                    : new ChampEcrit.Libre(
                                            cle, noeud.colonne(alias + "." + sous.getName()), Forme.Simple.TEXTE);
                        case "adresse" -> adresse(sous, alias);
                        default -> libre(cle, sous.getName(), type, alias);
                    });
        }
        return List.copyOf(champs);
    }

    private ChampEcrit code(String cle, String trouve, String surLaLigne) {
        return new ChampEcrit.Libre(
                cle, noeud.colonne("coalesce(" + trouve + ", c." + surLaLigne + ")"), Forme.Simple.TEXTE);
    }

    private ChampEcrit libre(String cle, String nom, Class<?> type, String alias) {
        var forme = (type == Certification.class ? CERTIFICATION : ORGANISME).get(nom);
        var colonne = nom.equals("raisonSociale") ? "raison_sociale" : nom;
        return new ChampEcrit.Libre(cle, noeud.colonne(alias + "." + colonne), forme);
    }

    private ChampEcrit adresse(MergedField champ, String alias) {
        var presence = ADRESSE.values().stream()
                .sorted()
                .map(colonne -> noeud.colonne(alias + "." + colonne))
                .toList();
        var champs = new ArrayList<ChampEcrit>();
        for (var sous : contexte.sousChamps(champ, Adresse.class.getSimpleName())) {
            champs.add(
                    sous.getName().equals("__typename")
                            ? new ChampEcrit.NomDeType(sous.getResultKey(), "Adresse")
                            : new ChampEcrit.Libre(
                                    sous.getResultKey(),
                                    noeud.colonne(alias + "." + ADRESSE.get(sous.getName())),
                                    Forme.Simple.TEXTE));
        }
        return new ChampEcrit.ObjetLibre(champ.getResultKey(), presence, List.copyOf(champs));
    }

    private static String organisme(String alias, List<String> codes) {
        if (codes.size() == 1) {
            return "LEFT JOIN organisme " + alias + " ON " + alias + ".siret = c." + codes.get(0);
        }
        return "LEFT JOIN LATERAL (SELECT o.* FROM organisme o WHERE o.siret = c." + codes.get(0)
                + " UNION ALL SELECT o.* FROM organisme_par_uai u JOIN organisme o ON o.cle = u.organisme WHERE u.uai = c."
                + codes.get(1) + " LIMIT 1) " + alias + " ON TRUE";
    }

    private static String certification(String alias, List<String> codes) {
        return "LEFT JOIN LATERAL (SELECT k.* FROM certification k WHERE k.cfd = c." + codes.get(0)
                + " UNION ALL SELECT k.* FROM certification_par_rncp u JOIN certification k ON k.cle = u.certification WHERE u.rncp = c."
                + codes.get(1) + " LIMIT 1) " + alias + " ON TRUE";
    }
}
