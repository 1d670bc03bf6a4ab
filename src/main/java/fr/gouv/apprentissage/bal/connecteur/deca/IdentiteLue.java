package fr.gouv.apprentissage.bal.connecteur.deca;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.personne.suppression.IdentiteLisible;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a row that cannot be identified still says of whose it is. */
final class IdentiteLue {

    private static final JsonPointer COURRIEL = JsonPointer.compile("/alternant/courriel");
    private static final JsonPointer TELEPHONE = JsonPointer.compile("/alternant/telephone");
    private static final JsonPointer SEXE = JsonPointer.compile("/alternant/sexe");
    private static final JsonPointer DEPARTEMENT = JsonPointer.compile("/alternant/departementNaissance");

    private IdentiteLue() {}

    static IdentiteLisible lis(JsonNode ligne) {
        var nom = Lecteurs.nom(ligne.at(Champs.NOM));
        var prenom = Lecteurs.nom(ligne.at(Champs.PRENOM));
        Sealed<LocalDate> naissance = lu(Lecteurs.date(ligne.at(Champs.DATE_NAISSANCE)));
        Sealed<String> numero = lu(Lecteurs.numero(ligne.at(Champs.NUMERO)));
        return new IdentiteLisible(
                Pliage.nom(nom).isEmpty() ? null : Sealed.recu(nom),
                Pliage.nom(prenom).isEmpty() ? null : Sealed.recu(List.of(prenom)),
                naissance,
                null,
                numero,
                cle(ligne, numero, naissance),
                liste(LecteurDeLigne.lecture(ligne.at(COURRIEL), Lecteurs::courriel)),
                liste(LecteurDeLigne.lecture(ligne.at(TELEPHONE), Lecteurs::telephone)),
                lu(LecteurDeLigne.lecture(ligne.at(SEXE), Lecteurs::sexe)),
                lu(LecteurDeLigne.lecture(ligne.at(DEPARTEMENT), Lecteurs::texte)));
    }

    /** The key as a row that can be identified would have it. */
    private static List<Sealed<?>> cle(JsonNode ligne, Sealed<String> numero, Sealed<LocalDate> naissance) {
        var type = Lecteurs.type(ligne.at(Champs.TYPE)).valeur();
        if (numero == null || type == null || naissance == null) {
            return List.of();
        }
        var avenant = Lecteurs.brut(ligne.at(Champs.NUMERO_AVENANT));
        return Arrays.asList(
                numero, Sealed.recu(type.toString()), avenant.isEmpty() ? null : Sealed.recu(avenant), naissance);
    }

    private static List<Sealed<?>> liste(Lecture lue) {
        return lue.valeur() == null ? List.of() : List.of(Sealed.recu(lue.valeur()));
    }

    @SuppressWarnings("unchecked")
    private static <T> Sealed<T> lu(Lecture lue) {
        return lue.valeur() == null ? null : Sealed.recu((T) lue.valeur());
    }
}
