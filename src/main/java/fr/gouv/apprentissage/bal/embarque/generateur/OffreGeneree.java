package fr.gouv.apprentissage.bal.embarque.generateur;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An offer of France Travail for a place that nobody offers (domain.md §4).
 *
 * @param departement where the work is, by its code
 * @param nature {@code E2} apprentissage, {@code FS} professionnalisation
 * @param creation when it was published
 * @param actualisation when it was last changed
 * @param rome code of the trade; its first letter is the « grand domaine »
 * @param siret of the establishment, where the offer names it
 * @param courriel what stands as contact address, where anything does: often no address
 * @param contact name of a person, where one is given
 */
public record OffreGeneree(
        String id,
        String departement,
        String nature,
        Instant creation,
        Instant actualisation,
        String rome,
        Optional<String> siret,
        Optional<String> courriel,
        Optional<String> contact) {

    /** The row as the source gives it. */
    public ObjectNode json() {
        var ligne = JsonNodeFactory.instance.objectNode();
        ligne.put("id", id)
                .put("intitule", "Alternance (H/F)")
                .put("description", contact.map(nom -> "Contactez " + nom + ".").orElse("Formation en alternance."))
                .put("dateCreation", creation.toString())
                .put("dateActualisation", actualisation.toString());
        ligne.putObject("lieuTravail").put("libelle", departement + " - Ville");
        ligne.put("romeCode", rome).put("romeLibelle", "Métier");
        var entreprise = ligne.putObject("entreprise");
        siret.ifPresent(un -> entreprise.put("siret", un));
        entreprise.put("entrepriseAdaptee", false);
        ligne.put("typeContrat", "CDD")
                .put("typeContratLibelle", "CDD - 24 Mois")
                .put("natureContrat", nature)
                .put("experienceExige", "D")
                .put("alternance", true);
        if (contact.isPresent() || courriel.isPresent()) {
            var noeud = ligne.putObject("contact");
            contact.ifPresent(nom -> noeud.put("nom", nom));
            courriel.ifPresent(un -> noeud.put("courriel", un));
        }
        ligne.put("nombrePostes", 1).put("accessibleTH", false);
        ligne.putObject("origineOffre").put("origine", "1");
        return ligne;
    }

    /** Nothing of a person shows, not even of one who does not exist. */
    @Override
    public String toString() {
        return "OffreGeneree[" + id + "]";
    }
}
