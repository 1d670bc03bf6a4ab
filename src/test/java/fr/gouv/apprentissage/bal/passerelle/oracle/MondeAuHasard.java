package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodeCommune;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.personne.RepresentantLegal;
import fr.gouv.apprentissage.bal.personne.Sexe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Worlds: persons of several contracts, homonyms, ties, unknown values, contracts in several places. */
final class MondeAuHasard {

    private static final int HEURE = 3600;

    private final Hasard hasard;

    MondeAuHasard(Hasard hasard) {
        this.hasard = hasard;
    }

    Monde monde() {
        var fiches = new ArrayList<Fiche>();
        long id = 10;
        var personnes = hasard.entre(1, 8);
        for (long personne = 1; personne <= personnes; personne++) {
            for (int i = hasard.entre(1, 4); i > 0; i--) {
                id += hasard.entre(1, 9);
                fiches.add(fiche(id, hasard.une(1, 30) ? null : personne * 7));
            }
        }
        var organismes = new ArrayList<Map<String, Object>>();
        hasard.quelques(Hasard.SIRETS, 1, 4).forEach(siret -> organismes.add(organisme(siret)));
        if (hasard.une(1, 2)) {
            organismes.add(organisme(null));
        }
        var certifications = new ArrayList<Map<String, Object>>();
        hasard.quelques(Hasard.CFDS, 0, 3).forEach(cfd -> certifications.add(certification(cfd)));
        Map<Long, Long> fusions = hasard.une(1, 2) ? Map.of(1000L, 7L) : Map.of();
        return new Monde(
                fiches,
                organismes,
                certifications,
                parCode(organismes, "uai"),
                parCode(certifications, "rncp"),
                fusions);
    }

    /** Which of several answers for a code is the load's choice: here the last, so that none is right by luck. */
    private static Map<String, String> parCode(List<Map<String, Object>> lignes, String colonne) {
        var cles = new LinkedHashMap<String, String>();
        lignes.forEach(ligne -> {
            if (ligne.get(colonne) != null) {
                cles.put((String) ligne.get(colonne), (String) ligne.get("cle"));
            }
        });
        return cles;
    }

    private Map<String, Object> organisme(String siret) {
        var ligne = new LinkedHashMap<String, Object>();
        var uai = siret == null || hasard.une(2, 3) ? hasard.un(Hasard.UAIS) : null;
        ligne.put("cle", siret == null ? uai : siret);
        pose(ligne, "siret", siret);
        pose(ligne, "uai", uai);
        peutEtre(ligne, "raison_sociale", () -> "Centre " + hasard.entre(1, 9));
        ligne.put("nature", hasard.une(1, 2) ? "FORMATEUR" : "RESPONSABLE_FORMATEUR");
        peutEtre(ligne, "qualiopi", () -> hasard.une(1, 2));
        if (hasard.une(2, 3)) {
            ligne.put("adresse_voie", "1 rue du Port");
            peutEtre(ligne, "adresse_code_postal", () -> "35000");
            peutEtre(ligne, "adresse_code_commune", () -> "35238");
        }
        peutEtre(ligne, "region", () -> hasard.un(Hasard.REGIONS));
        ligne.put("du_referentiel", true);
        ligne.put("recherche", "");
        return ligne;
    }

    private Map<String, Object> certification(String cfd) {
        var ligne = new LinkedHashMap<String, Object>();
        ligne.put("cle", cfd);
        ligne.put("cfd", cfd);
        peutEtre(ligne, "rncp", () -> Hasard.RNCPS.get(0));
        peutEtre(ligne, "intitule", () -> "Diplôme « " + cfd + " »");
        peutEtre(ligne, "niveau", () -> hasard.entre(3, 7));
        peutEtre(ligne, "ouverture", () -> LocalDate.parse(hasard.un(Hasard.DATES)));
        return ligne;
    }

    private Fiche fiche(long id, Long personne) {
        var valeurs = new LinkedHashMap<String, Object>();
        contrat(valeurs);
        employeur(valeurs);
        if (personne != null) {
            identite(valeurs, personne);
        }
        var vue = hasard.entre(0, 5) * HEURE;
        return new Fiche(
                id,
                new UUID(0, id),
                personne,
                hasard.un(Hasard.SOURCES),
                Depot.moment(hasard.entre(0, 2) * HEURE),
                Depot.moment(hasard.entre(0, 4) * HEURE),
                Depot.moment(vue),
                Depot.moment(vue + hasard.entre(0, 5) * HEURE),
                hasard.une(1, 2) ? LocalDate.parse(hasard.un(Hasard.DATES)) : null,
                valeurs,
                codes(),
                traces(personne != null));
    }

    private Map<String, String> codes() {
        var codes = new LinkedHashMap<String, String>();
        peutEtre(codes, "formation_siret", () -> hasard.un(Hasard.SIRETS));
        peutEtre(codes, "responsable_siret", () -> hasard.un(Hasard.SIRETS));
        peutEtre(codes, "responsable_uai", () -> hasard.un(Hasard.UAIS));
        peutEtre(codes, "cfd", () -> hasard.un(Hasard.CFDS));
        peutEtre(codes, "rncp", () -> hasard.un(Hasard.RNCPS));
        peutEtre(codes, "region", () -> hasard.un(Hasard.REGIONS));
        peutEtre(codes, "academie", () -> hasard.un(Hasard.ACADEMIES));
        peutEtre(codes, "departement", () -> hasard.un(Hasard.DEPARTEMENTS));
        return codes;
    }

    private void contrat(Map<String, Object> valeurs) {
        peutEtre(valeurs, "Contrat.numero", () -> "0352024" + hasard.entre(1000, 9999));
        peutEtre(valeurs, "Contrat.type", () -> hasard.entre(11, 38));
        peutEtre(valeurs, "Contrat.dispositif", () -> hasard.un(List.of("APPR", "PROF", "AUTRE")));
        peutEtre(valeurs, "Contrat.statut", () -> hasard.un(Hasard.STATUTS));
        for (var date : List.of("dateConclusion", "dateDebut", "dateFin", "dateRupture", "dateFinFormation")) {
            peutEtre(valeurs, "Contrat." + date, () -> LocalDate.parse(hasard.un(Hasard.DATES)));
        }
        peutEtre(valeurs, "Contrat.numeroAvenant", () -> "A" + hasard.entre(1, 9));
        peutEtre(valeurs, "Contrat.motifRupture", () -> "motif \"" + hasard.entre(1, 9) + "\"");
        peutEtre(valeurs, "Contrat.commentaireRupture", () -> "ligne\n" + hasard.entre(1, 9));
        peutEtre(valeurs, "Contrat.derniereClasse", () -> "3e");
        peutEtre(valeurs, "Contrat.intituleFormation", () -> "BTS \\ \uD83D\uDE00");
    }

    private void employeur(Map<String, Object> valeurs) {
        peutEtre(valeurs, "Employeur.siret", () -> new Siret(hasard.un(Hasard.EMPLOYEURS)));
        peutEtre(
                valeurs,
                "Employeur.siren",
                () -> new Siren(hasard.un(Hasard.EMPLOYEURS).substring(0, 9)));
        peutEtre(valeurs, "Employeur.denomination", () -> "Société " + hasard.entre(1, 9));
        peutEtre(valeurs, "Employeur.opco", () -> hasard.un(Hasard.OPCOS));
        peutEtre(valeurs, "Employeur.effectif", () -> hasard.entre(0, 300));
        peutEtre(valeurs, "Employeur.codePostal", () -> new CodePostal("35000"));
        peutEtre(valeurs, "Employeur.courriel", () -> new Courriel(hasard.un(Hasard.COURRIELS)));
        peutEtre(valeurs, "Employeur.telephone", () -> hasard.un(Hasard.TELEPHONES));
    }

    private void identite(Map<String, Object> valeurs, long personne) {
        peutEtre(valeurs, "Personne.nom", () -> hasard.un(Hasard.NOMS));
        peutEtre(valeurs, "Personne.prenoms", () -> hasard.quelques(Hasard.PRENOMS, hasard.une(1, 6) ? 0 : 1, 2));
        peutEtre(valeurs, "Personne.dateNaissance", () -> LocalDate.parse(hasard.un(Hasard.NAISSANCES)));
        peutEtre(valeurs, "Personne.sexe", () -> hasard.une(1, 2) ? Sexe.F : Sexe.M);
        peutEtre(valeurs, "Personne.departementNaissance", () -> hasard.un(Hasard.DEPARTEMENTS));
        peutEtre(valeurs, "Personne.ine", () -> Hasard.INES.get((int) personne % Hasard.INES.size()));
        peutEtre(valeurs, "Personne.courriels", this::courriels);
        peutEtre(valeurs, "Personne.telephones", () -> hasard.quelques(Hasard.TELEPHONES, 0, 2));
        peutEtre(valeurs, "Personne.adresse", this::adresse);
        peutEtre(valeurs, "Personne.nationalite", () -> hasard.entre(1, 3));
        peutEtre(valeurs, "Personne.handicap", () -> hasard.une(1, 2));
        peutEtre(valeurs, "Personne.representants", () -> List.of(representant()));
    }

    private List<Courriel> courriels() {
        return hasard.quelques(Hasard.COURRIELS, 0, 2).stream()
                .map(Courriel::new)
                .toList();
    }

    private RepresentantLegal representant() {
        return new RepresentantLegal(
                hasard.une(1, 2) ? new Courriel(hasard.un(Hasard.COURRIELS)) : null,
                hasard.une(1, 2) ? new Telephone(hasard.un(Hasard.TELEPHONES)) : null);
    }

    private Adresse adresse() {
        return new Adresse(
                hasard.une(2, 3) ? hasard.entre(1, 9) + " quai Nord" : null,
                new CodePostal("35000"),
                hasard.une(2, 3) ? "Rennes" : null,
                hasard.une(2, 3) ? new CodeCommune("35238") : null,
                "35");
    }

    private List<Fiche.Trace> traces(boolean identite) {
        var traces = new ArrayList<Fiche.Trace>();
        for (int i = hasard.une(1, 3) ? hasard.entre(1, 6) : 0; i > 0; i--) {
            var le = Depot.moment(hasard.entre(0, 3) * HEURE);
            switch (hasard.entre(0, identite ? 6 : 2)) {
                case 0 -> traces.add(trace("Contrat.dateFin", le, () -> hasard.un(Hasard.DATES)));
                case 1 -> traces.add(trace("Contrat.commentaireRupture", le, () -> "dit " + hasard.entre(1, 9)));
                case 2 -> traces.add(trace("Contrat.organismeFormation", le, () -> hasard.un(Hasard.SIRETS)));
                case 3 -> traces.add(trace("Personne.nom", le, () -> hasard.un(Hasard.NOMS)));
                case 4 -> traces.add(trace("Personne.courriels", le, this::courriels));
                case 5 -> traces.add(trace("Personne.adresse", le, this::adresse));
                default ->
                    traces.add(
                            trace("Personne.dateNaissance", le, () -> LocalDate.parse(hasard.un(Hasard.NAISSANCES))));
            }
        }
        return traces;
    }

    private Fiche.Trace trace(String champ, java.time.OffsetDateTime le, Supplier<Object> valeur) {
        return new Fiche.Trace(
                champ, le, hasard.une(3, 4) ? valeur.get() : null, hasard.une(3, 4) ? valeur.get() : null);
    }

    private <T> void peutEtre(Map<String, T> valeurs, String nom, Supplier<? extends T> valeur) {
        if (hasard.une(4, 5)) {
            valeurs.put(nom, valeur.get());
        }
    }

    private static void pose(Map<String, Object> valeurs, String nom, Object valeur) {
        if (valeur != null) {
            valeurs.put(nom, valeur);
        }
    }
}
