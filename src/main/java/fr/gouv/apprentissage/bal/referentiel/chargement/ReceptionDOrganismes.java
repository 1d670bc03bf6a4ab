package fr.gouv.apprentissage.bal.referentiel.chargement;

import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.identifiant.Uai;
import fr.gouv.apprentissage.bal.referentiel.NatureOrganisme;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The organismes of one file, whatever its format: the same checks, the same reasons. */
final class ReceptionDOrganismes {

    private final Releve releve;
    private final Map<String, OrganismeLu> recus = new LinkedHashMap<>();

    ReceptionDOrganismes(Releve releve) {
        this.releve = releve;
    }

    /** Reads the rest of a row once its codes are known to be right. */
    @FunctionalInterface
    interface Reste {
        OrganismeLu lis(String siret, String uai, Corrections corrections);
    }

    /** A wrong SIRET refuses the row, since it is what records join by; a wrong UAI is dropped where a SIRET remains. */
    void recois(long ligne, String siret, String uai, Reste reste) {
        var corrections = new Corrections();
        try {
            var codeSiret =
                    corrections.identifiant(siret, brut -> Siret.lis(brut).valeur());
            var codeUai = codeSiret == null
                    ? corrections.identifiant(uai, brut -> Uai.lis(brut).valeur())
                    : corrections.facultatif(uai, brut -> Uai.lis(brut).valeur());
            if (codeSiret == null && codeUai == null) {
                releve.refuse(ligne, "ni SIRET ni UAI");
                return;
            }
            var lu = reste.lis(codeSiret, codeUai, corrections);
            if (recus.putIfAbsent(lu.cle(), lu) != null) {
                releve.refuse(ligne, "organisme déjà lu dans ce fichier");
                return;
            }
            releve.garde(ligne, corrections.raisons());
        } catch (IdentifiantInvalide e) {
            releve.refuse(ligne, e.getMessage());
        }
    }

    Collection<OrganismeLu> recus() {
        return recus.values();
    }

    /** Null for a nature that is not known; a word that is none is dropped. */
    static NatureOrganisme nature(String brut, Corrections corrections) {
        try {
            var nature =
                    brut.isEmpty() ? NatureOrganisme.INCONNUE : NatureOrganisme.valueOf(brut.toUpperCase(Locale.ROOT));
            return nature == NatureOrganisme.INCONNUE ? null : nature;
        } catch (IllegalArgumentException e) {
            corrections.ajoute("valeur écartée : nature inconnue de la nomenclature");
            return null;
        }
    }
}
