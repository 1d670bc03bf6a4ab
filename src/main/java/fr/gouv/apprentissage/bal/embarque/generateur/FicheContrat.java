package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** All that both extracts together say of a contract when it is filed: the tree of domain.md §2.2. */
final class FicheContrat {

    private static final List<Integer> SUCCESSIONS = List.of(21, 22, 23, 23, 24);

    private final long graine;
    private final Peuple peuple;
    private final ReferentielDemo referentiel;

    FicheContrat(long graine, ReferentielDemo referentiel) {
        this.graine = graine;
        this.peuple = new Peuple(graine);
        this.referentiel = referentiel;
    }

    PersonneGeneree personne(Place place) {
        return peuple.personne(place.cohorte(), place.personne());
    }

    ObjectNode aLaCreation(Place place, LocalDate jour) {
        var h = place.hasard(graine, 8);
        var fiche = JsonNodeFactory.instance.objectNode();
        var debut = jour.minusDays(h.entre(-40, 60)).minusYears(Math.max(0, 1 - place.ordre()) * (long) h.entier(2));
        var fin = debut.plusMonths(h.entre(6, 36));
        alternant(fiche.putObject("alternant"), place, h);
        formation(fiche, debut, fin, h);
        employeur(fiche.putObject("employeur"), EmployeurGenere.de(graine, h));
        details(fiche.putObject("detailsContrat"), place, debut, fin, h);
        return fiche;
    }

    private void alternant(ObjectNode alternant, Place place, Hasard h) {
        var personne = personne(place);
        var nom = place.ordre() > 0 && h.surMille(80) ? personne.nomNouveau() : personne.nom();
        alternant.put("nom", ecriture(nom, h));
        alternant.put("prenom", ecriture(personne.prenoms(), h));
        alternant.put("dateNaissance", personne.dateNaissance().toString());
        alternant.put("sexe", personne.sexe());
        alternant.put("departementNaissance", personne.departementNaissance());
        alternant.put("nationalite", personne.nationalite());
        alternant.put("handicap", personne.handicap());
        if (h.surMille(850)) {
            alternant.put("courriel", personne.courriel());
        }
        if (h.surMille(800)) {
            alternant.put("telephone", personne.telephone());
        }
        alternant
                .putObject("adresse")
                .put("numero", personne.numeroVoie())
                .put("voie", personne.voie())
                .put("codePostal", personne.codePostal());
        alternant.put("derniereClasse", personne.derniereClasse());
    }

    /** The same name is not written alike everywhere: in capitals, without accents, with a space for a hyphen. */
    private static String ecriture(String nom, Hasard h) {
        int forme = h.entier(100);
        if (forme < 80) {
            return nom;
        }
        if (forme < 95) {
            return Normalizer.normalize(nom, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toUpperCase(Locale.ROOT);
        }
        return nom.replace('-', ' ').replace('\'', '’');
    }

    private void formation(ObjectNode fiche, LocalDate debut, LocalDate fin, Hasard h) {
        var organismes = referentiel.organismes();
        var responsable = h.parmi(organismes);
        var cfd = h.parmi(referentiel.cfd());
        var formation = fiche.putObject("formation");
        formation.put("dateDebutFormation", debut.plusDays(h.entre(0, 30)).toString());
        formation.put("dateFinFormation", fin.minusDays(h.entre(0, 30)).toString());
        formation.put("codeDiplome", cfd);
        formation.put("intituleOuQualification", "FORMATION " + cfd.substring(3, 6));
        formation.put("typeDiplome", String.valueOf(h.entre(33, 80)));
        if (h.surMille(700)) {
            formation.put("rncp", "RNCP" + h.entre(10_000, 39_999));
        }
        if (h.surMille(900)) {
            fiche.putObject("etablissementFormation")
                    .put("siret", (h.surMille(700) ? responsable : h.parmi(organismes)).siret());
        }
        fiche.putObject("organismeFormationResponsable")
                .put("uaiCfa", responsable.uai())
                .put("siret", responsable.siret());
    }

    private static void employeur(ObjectNode noeud, EmployeurGenere employeur) {
        noeud.put("siret", employeur.siret())
                .put("denomination", employeur.denomination())
                .put("naf", employeur.naf())
                .put("nombreDeSalaries", employeur.effectif())
                .put("typeEmployeur", employeur.type())
                .put("courriel", employeur.courriel())
                .put("telephone", employeur.telephone())
                .put("codeIdcc", employeur.idcc());
        noeud.putObject("adresse").put("codePostal", employeur.codePostal());
    }

    private void details(ObjectNode details, Place place, LocalDate debut, LocalDate fin, Hasard h) {
        boolean avenant = place.avenant(graine);
        details.put("noContrat", numero(place));
        details.put("typeContrat", type(place, avenant, h));
        details.put("dispositif", h.surMille(900) ? "APPR" : "PROF");
        details.put("dateConclusion", debut.minusDays(h.entre(0, 45)).toString());
        details.put("dateDebutContrat", debut.toString());
        details.put("dateFinContrat", fin.toString());
        details.put("statut", "");
        if (avenant) {
            details.put("noAvenant", String.valueOf(place.ordre()));
            details.put("dateEffetAvenant", debut.plusMonths(2).toString());
        }
    }

    private static int type(Place place, boolean avenant, Hasard h) {
        if (avenant) {
            return h.entre(31, 38);
        }
        return place.ordre() == 0 ? 11 : h.parmi(SUCCESSIONS);
    }

    private String numero(Place place) {
        if (place.avenant(graine)) {
            return numero(place.precedente());
        }
        return place.hasard(graine, 9).surMille(20)
                ? Identifiants.numeroInhabituel(place.cohorte(), place.rang())
                : Identifiants.numeroContrat(place.cohorte(), place.parJour(), place.rang());
    }
}
