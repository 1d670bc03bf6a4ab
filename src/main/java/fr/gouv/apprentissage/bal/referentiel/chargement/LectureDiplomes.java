package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.identifiant.Cfd;
import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Rncp;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Diplomas of the BCN. Beside its columns, one named rncp is read where a file has it. */
final class LectureDiplomes {

    private static final DateTimeFormatter JOUR =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Releve releve;
    private final Map<String, Integer> niveaux;
    private final Map<String, CertificationLue> lues = new LinkedHashMap<>();

    /** @param niveaux levels 1 to 8 by code of the BCN */
    LectureDiplomes(Releve releve, Map<String, Integer> niveaux) {
        this.releve = releve;
        this.niveaux = niveaux;
    }

    Collection<CertificationLue> lis(Reader texte) {
        LectureCsv.lis(texte, List.of("formation_diplome"), releve, this::recois);
        return lues.values();
    }

    private void recois(LigneCsv ligne) {
        var corrections = new Corrections();
        try {
            var cfd = corrections.identifiant(
                    ligne.valeur("formation_diplome"), brut -> Cfd.lis(brut).valeur());
            var rncp = cfd == null
                    ? corrections.identifiant(
                            ligne.valeur("rncp"), brut -> Rncp.lis(brut).valeur())
                    : corrections.facultatif(
                            ligne.valeur("rncp"), brut -> Rncp.lis(brut).valeur());
            if (cfd == null && rncp == null) {
                releve.refuse(ligne.numero(), "ni CFD ni RNCP");
                return;
            }
            var intitule = ligne.valeur("libelle_long_200");
            var lue = new CertificationLue(
                    cfd,
                    rncp,
                    intitule.isEmpty() ? null : intitule,
                    niveau(ligne),
                    jour(ligne.valeur("date_ouverture"), corrections),
                    jour(ligne.valeur("date_fermeture"), corrections));
            if (lues.putIfAbsent(lue.cle(), lue) != null) {
                releve.refuse(ligne.numero(), "diplôme déjà lu dans ce fichier");
                return;
            }
            releve.garde(ligne.numero(), corrections.raisons());
        } catch (IdentifiantInvalide e) {
            releve.refuse(ligne.numero(), e.getMessage());
        }
    }

    /** What the levels say of its code, else what it says itself. */
    private Integer niveau(LigneCsv ligne) {
        var code = ligne.valeur("niveau_formation_diplome");
        return niveaux.containsKey(code)
                ? niveaux.get(code)
                : Niveau.lis(ligne.valeur("niveau_qualification_rncp")).orElse(null);
    }

    private static LocalDate jour(String brut, Corrections corrections) {
        if (brut.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(brut, JOUR);
        } catch (DateTimeParseException e) {
            corrections.ajoute("valeur écartée : date illisible (jj/mm/aaaa attendu)");
            return null;
        }
    }
}
