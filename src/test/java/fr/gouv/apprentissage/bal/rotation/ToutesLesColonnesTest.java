package fr.gouv.apprentissage.bal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.contact.LieuxDeContact;
import fr.gouv.apprentissage.bal.contrat.LieuxDeContrat;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.ingestion.LieuxDIngestion;
import fr.gouv.apprentissage.bal.ingestion.depot.LieuxDeDepot;
import fr.gouv.apprentissage.bal.personne.LieuxDePersonne;
import fr.gouv.apprentissage.bal.scellement.LieuScelle;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No sealed value stands where nobody who turns keys looks. */
class ToutesLesColonnesTest {

    /** Columns of octets that hold no value sealed under a class key: wrapped keys, hashes, signatures. */
    private static final Set<String> SANS_VALEUR = Set.of(
            "cle.enveloppe",
            "epoque.enveloppe",
            "secret.enveloppe",
            "index_aveugle.empreinte",
            "rapprochement.empreinte",
            "rapprochement.sexe",
            "rapprochement.departement",
            "contrat_cle.empreinte",
            "contrat_ecarte.empreintes",
            "quarantaine.empreinte",
            "ingestion_rejet.empreinte",
            "operation_observee.empreinte",
            "rotation.signature",
            "rotation_index.signature",
            "effacement.marques",
            "effacement.motif",
            "effacement.signature",
            "suppression.empreinte",
            "suppression.sexe",
            "suppression.departement",
            "quarantaine_marque.empreinte",
            "quarantaine_marque.sexe",
            "quarantaine_marque.departement",
            "ingestion_rejet.empreintes",
            "ingestion_rejet.sexes",
            "ingestion_rejet.departements");

    @Test
    void eachColumnOfOctetsIsOfAPlaceOrKnownToHoldNoSealedValue() {
        BaseDIngestion.vide();
        var colonnes =
                new TreeSet<>(Set.of(BaseDIngestion.texte("select string_agg(table_name || '.' || column_name, ',')"
                                + " from information_schema.columns where table_schema = 'public' and udt_name in ('bytea', '_bytea')"
                                + " and table_name !~ '^secret_[0-9]+$'")
                        .split(",")));

        var connues = new TreeSet<>(SANS_VALEUR);
        for (var lieu : BancDeRotation.LIEUX) {
            lieu.colonnes().forEach(colonne -> connues.add(lieu.nom() + "." + colonne));
        }
        assertThat(connues).isEqualTo(colonnes);
    }

    @Test
    void whatIsTriedHereAreThePlacesThatTheRoomsGive() {
        var donnees = Stream.of(
                        LieuxDePersonne.class,
                        LieuxDeContrat.class,
                        LieuxDeContact.class,
                        LieuxDIngestion.class,
                        LieuxDeDepot.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(methode ->
                        methode.isAnnotationPresent(Produces.class) && methode.getReturnType() == LieuScelle.class)
                .count();

        assertThat(BancDeRotation.LIEUX).hasSize((int) donnees);
    }
}
