package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.passerelle.oracle.Attendu.Identifiant;
import fr.gouv.apprentissage.bal.passerelle.oracle.Lu.Champ;
import fr.gouv.apprentissage.bal.personne.RepresentantLegal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Contracts and persons as a caller may see them, field by field. */
final class OracleDObjets {

    private static final int LISTE_IMBRIQUEE = 100;
    private static final Set<String> UNIONS = Set.of("courriels", "telephones", "representants");
    private static final Set<String> DISPOSITIFS = Set.of("APPR", "PROF");
    private static final Set<String> STATUTS = Set.of("ACTIF", "CORRIGE", "SUPPRIME", "ROMPU", "ANNULE");

    private final Lu lu;
    private final Monde monde;
    private final OracleDeDroits droits;
    private final OracleDuJournal journal;
    private final Map<String, Set<String>> horsPerimetre = new LinkedHashMap<>();

    OracleDObjets(Lu lu, Monde monde, OracleDeDroits droits, OracleDuJournal journal) {
        this.lu = lu;
        this.monde = monde;
        this.droits = droits;
        this.journal = journal;
    }

    /** Rows of the answer on which a coordinate that is granted elsewhere is not. */
    Map<String, Set<String>> horsPerimetre() {
        return horsPerimetre;
    }

    Object contrat(Fiche fiche, Champ champ) {
        journal.montre(fiche, "Contrat");
        return objet(
                champ,
                "Contrat",
                (sous, nom) -> nom.equals("id")
                        ? new Identifiant("Contrat", fiche.id())
                        : duContrat(fiche, "Contrat." + nom, sous));
    }

    private Object duContrat(Fiche fiche, String coordonnee, Champ champ) {
        if (!droits.accordeQuelquePart(coordonnee, Acces.LIRE)) {
            return null;
        }
        if (coordonnee.equals("Contrat.alternant")) {
            journal.ditDeQui(fiche);
        }
        if (droits.meilleur(fiche, coordonnee).isEmpty()) {
            hors(coordonnee, "c" + fiche.id());
            return null;
        }
        journal.divulgue(fiche, coordonnee);
        return switch (coordonnee) {
            case "Contrat.alternant" -> fiche.personne() == null ? null : personne(fiche.personne(), champ);
            case "Contrat.employeur" ->
                objet(champ, "Employeur", (sous, nom) -> duContrat(fiche, "Employeur." + nom, sous));
            case "Contrat.organismeFormation" -> organisme(champ, fiche.code("formation_siret"), null);
            case "Contrat.organismeResponsable" ->
                organisme(champ, fiche.code("responsable_siret"), fiche.code("responsable_uai"));
            case "Contrat.certification" -> certification(champ, fiche.code("cfd"), fiche.code("rncp"));
            case "Contrat.changements" -> changements(fiche, champ);
            case "Contrat.sources" -> sources(List.of(fiche), champ);
            default -> valeur(connue(coordonnee, masquee(fiche, coordonnee)), champ);
        };
    }

    /** A value of an enumeration that the schema does not know is served null. */
    private static Object connue(String coordonnee, Object valeur) {
        return valeur == null
                        || coordonnee.equals("Contrat.dispositif") && !DISPOSITIFS.contains(valeur)
                        || coordonnee.equals("Contrat.statut") && !STATUTS.contains(valeur)
                ? null
                : valeur;
    }

    private Object masquee(Fiche fiche, String coordonnee) {
        return Valeurs.masque(
                droits.masque(fiche, coordonnee), fiche.valeur(coordonnee).orElse(null));
    }

    /** null when no record contributes anything to this person. */
    Object personne(long personne, Champ champ) {
        var fiches = monde.de(personne).stream().filter(droits::contribue).toList();
        if (fiches.isEmpty()) {
            return null;
        }
        fiches.forEach(fiche -> journal.montre(fiche, "Personne"));
        return objet(
                champ,
                "Personne",
                (sous, nom) -> nom.equals("id")
                        ? new Identifiant("Personne", personne)
                        : deLaPersonne(personne, fiches, nom, sous));
    }

    private Object deLaPersonne(long personne, List<Fiche> fiches, String nom, Champ champ) {
        var coordonnee = "Personne." + nom;
        if (!droits.accordeQuelquePart(coordonnee, Acces.LIRE)) {
            return null;
        }
        var contribuent = fiches.stream()
                .filter(fiche -> droits.meilleur(fiche, coordonnee).isPresent())
                .toList();
        if (contribuent.isEmpty()) {
            hors(coordonnee, "p" + personne);
            return null;
        }
        contribuent.forEach(fiche -> journal.divulgue(fiche, coordonnee));
        if (nom.equals("contrats")) {
            var contrats = new ArrayList<Object>();
            contribuent.stream().limit(LISTE_IMBRIQUEE).forEach(fiche -> {
                journal.ditDeQui(fiche);
                contrats.add(contrat(fiche, champ));
            });
            return contrats;
        }
        if (nom.equals("sources")) {
            return sources(contribuent, champ);
        }
        var reunis = new LinkedHashSet<Object>();
        for (Fiche fiche : contribuent) {
            var valeur = masquee(fiche, coordonnee);
            if (UNIONS.contains(nom) && valeur != null) {
                reunis.addAll((List<?>) valeur);
            } else if (valeur != null && !List.of().equals(valeur)) {
                return valeur(valeur, champ);
            }
        }
        return reunis.isEmpty() ? null : valeur(new ArrayList<>(reunis), champ);
    }

    private Object valeur(Object valeur, Champ champ) {
        if (valeur instanceof List<?> liste) {
            var valeurs = new ArrayList<Object>();
            liste.forEach(element -> valeurs.add(valeur(element, champ)));
            return valeurs;
        }
        if (valeur instanceof Adresse adresse) {
            return objet(
                    champ,
                    "Adresse",
                    (sous, nom) -> Valeurs.feuille(
                            switch (nom) {
                                case "voie" -> adresse.voie();
                                case "codePostal" -> adresse.codePostal();
                                case "commune" -> adresse.commune();
                                case "codeCommune" -> adresse.codeCommune();
                                default -> adresse.departement();
                            }));
        }
        if (valeur instanceof RepresentantLegal representant) {
            return objet(
                    champ,
                    "RepresentantLegal",
                    (sous, nom) -> Valeurs.feuille(
                            nom.equals("courriel") ? representant.courriel() : representant.telephone()));
        }
        return Valeurs.feuille(valeur);
    }

    /** Newest first; those of a field that may not be read on this record are left out. */
    private Object changements(Fiche fiche, Champ champ) {
        var traces = new ArrayList<Fiche.Trace>();
        for (int i = fiche.traces().size() - 1; i >= 0; i--) {
            if (droits.meilleur(fiche, fiche.traces().get(i).champ()).isPresent()) {
                traces.add(fiche.traces().get(i));
            }
        }
        traces.sort((une, autre) -> autre.le().compareTo(une.le()));
        var changements = new ArrayList<Object>();
        for (Fiche.Trace trace : traces.subList(0, Math.min(LISTE_IMBRIQUEE, traces.size()))) {
            journal.divulgue(fiche, trace.champ());
            changements.add(objet(champ, "Changement", (sous, nom) -> switch (nom) {
                case "champ" -> trace.champ();
                case "date" -> Valeurs.texte(trace.le());
                case "avant" -> texte(fiche, trace, trace.avant());
                default -> texte(fiche, trace, trace.apres());
            }));
        }
        return changements;
    }

    private Object texte(Fiche fiche, Fiche.Trace trace, Object valeur) {
        var masque = droits.masque(fiche, trace.champ());
        var date = valeur instanceof String texte && texte.matches("\\d{4}-\\d\\d-\\d\\d")
                ? LocalDate.parse(texte)
                : valeur;
        var masquee = Valeurs.masque(masque, date);
        return masquee == null ? null : Valeurs.texte(masquee);
    }

    private Object sources(List<Fiche> fiches, Champ champ) {
        var parSource = new TreeMap<String, List<Fiche>>();
        fiches.forEach(fiche -> parSource
                .computeIfAbsent(fiche.source(), source -> new ArrayList<>())
                .add(fiche));
        var sources = new ArrayList<Object>();
        parSource.forEach((source, siennes) -> sources.add(objet(champ, "Provenance", (sous, nom) -> switch (nom) {
            case "source" -> source;
            case "premiereVue" ->
                Valeurs.texte(siennes.stream()
                        .map(Fiche::premiereVue)
                        .min(OffsetDateTime::compareTo)
                        .orElseThrow());
            case "derniereVue" ->
                Valeurs.texte(siennes.stream()
                        .map(Fiche::derniereVue)
                        .max(OffsetDateTime::compareTo)
                        .orElseThrow());
            default ->
                siennes.stream().anyMatch(fiche -> fiche.expireLe() == null)
                        ? null
                        : siennes.stream()
                                .map(Fiche::expireLe)
                                .max(LocalDate::compareTo)
                                .orElseThrow()
                                .toString();
        })));
        return sources;
    }

    private Object organisme(Champ champ, String siret, String uai) {
        var parSiret = ligne(monde.organismes(), siret);
        var trouve = parSiret.isEmpty() ? ligne(monde.organismes(), cle(monde.parUai(), uai)) : parSiret;
        return siret == null && uai == null ? null : nomenclature(champ, "Organisme", trouve, siret, uai);
    }

    private Object certification(Champ champ, String cfd, String rncp) {
        var parCfd = ligne(monde.certifications(), cfd);
        var trouvee = parCfd.isEmpty() ? ligne(monde.certifications(), cle(monde.parRncp(), rncp)) : parCfd;
        return cfd == null && rncp == null ? null : nomenclature(champ, "Certification", trouvee, cfd, rncp);
    }

    private static String cle(Map<String, String> cles, String code) {
        return code == null ? null : cles.get(code);
    }

    private static Map<String, Object> ligne(List<Map<String, Object>> lignes, String cle) {
        return lignes.stream()
                .filter(ligne -> ligne.get("cle").equals(cle))
                .findFirst()
                .orElse(Map.of());
    }

    /** What the nomenclature knows; else the codes on the record. */
    private Object nomenclature(Champ champ, String type, Map<String, Object> ligne, String code, String autre) {
        return objet(champ, type, (sous, nom) -> switch (nom) {
            case "siret", "cfd" -> ligne.getOrDefault(nom, code);
            case "uai", "rncp" -> ligne.getOrDefault(nom, autre);
            case "raisonSociale" -> ligne.get("raison_sociale");
            case "adresse" ->
                ligne.keySet().stream().noneMatch(colonne -> colonne.startsWith("adresse_"))
                        ? null
                        : objet(
                                sous,
                                "Adresse",
                                (partie, nomDePartie) -> ligne.get("adresse_"
                                        + nomDePartie
                                                .replaceAll("([A-Z])", "_$1")
                                                .toLowerCase()));
            default -> Valeurs.feuille(ligne.get(nom));
        });
    }

    private Object objet(Champ champ, String type, BiFunction<Champ, String, Object> valeur) {
        var objet = new LinkedHashMap<String, Object>();
        for (Champ sous : lu.sous(champ)) {
            objet.put(sous.cle(), sous.nom().equals("__typename") ? type : valeur.apply(sous, sous.nom()));
        }
        return objet;
    }

    private void hors(String coordonnee, String ligne) {
        horsPerimetre.computeIfAbsent(coordonnee, cle -> new LinkedHashSet<>()).add(ligne);
    }
}
