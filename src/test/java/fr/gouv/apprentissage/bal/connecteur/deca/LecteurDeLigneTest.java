package fr.gouv.apprentissage.bal.connecteur.deca;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.CodePostal;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.ingestion.LigneLue;
import fr.gouv.apprentissage.bal.ingestion.LigneRecue;
import fr.gouv.apprentissage.bal.ingestion.LigneRejetee;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.personne.Sexe;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LecteurDeLigneTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Revelateur REVELATEUR = new Revelateur(ScellementDeTest.ouvert());

    @Test
    void every_stored_field_is_carried_by_some_extract_or_known_not_to_be_in_deca() {
        var colonnes = Stream.of(Personne.class, Contrat.class)
                .flatMap(type -> Colonne.de(type).stream())
                .map(Colonne::nom)
                .collect(Collectors.toSet());

        var portees = new HashSet<>(Champs.colonnes(Champs.Portee.LBA));
        portees.addAll(Champs.colonnes(Champs.Portee.TBA));
        portees.addAll(Set.of("ine", "representants", "employeur_opco"));

        assertThat(portees).isEqualTo(colonnes);
    }

    @Test
    void a_row_of_tba_is_read_field_by_field() {
        var ligne = recue(Champs.Portee.TBA, TypiqueDeca.ligne());

        assertThat(ouvert(ligne, "nom")).isEqualTo("D'Hérouville-Lê");
        assertThat(ouvert(ligne, "prenoms")).isEqualTo(List.of("Zoé Anne"));
        assertThat(ouvert(ligne, "date_naissance")).isEqualTo(LocalDate.of(2006, 2, 28));
        assertThat(ouvert(ligne, "sexe")).isEqualTo(Sexe.F);
        assertThat(ouvert(ligne, "courriels")).isEqualTo(List.of(Courriel.lis("zoe@exemple.fr")));
        assertThat(ouvert(ligne, "telephones")).isEqualTo(List.of("+33612345678"));
        assertThat(ouvert(ligne, "adresse"))
                .isEqualTo(new Adresse("12 B rue des Lilas", CodePostal.lis("20137"), null, null, "2A"));
        assertThat(ouvert(ligne, "handicap")).isEqualTo(true);
        assertThat(ligne.clairs())
                .containsEntry("date_debut", "2024-09-01")
                .containsEntry("formation_siret", "13002526500013")
                .containsEntry("type", "11")
                .doesNotContainKeys("employeur_siret", "dispositif", "date_conclusion", "statut");
        assertThat(ligne.signalements()).isEmpty();
    }

    @Test
    void a_row_of_lba_carries_the_employer_and_no_sexe() {
        var ligne = recue(Champs.Portee.LBA, TypiqueDeca.ligne());

        assertThat(ligne.clairs())
                .containsEntry("employeur_siret", "13002526500013")
                .containsEntry("employeur_siren", "130025265")
                .containsEntry("dispositif", "APPR")
                .containsEntry("employeur_code_postal", "35000");
        assertThat(ligne.personnels()).doesNotContainKeys("sexe", "telephones", "adresse", "derniere_classe");
        assertThat(ligne.identite().sexe()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/detailsContrat/noContrat, NUMERO_ABSENT",
        "/detailsContrat/typeContrat, TYPE_ABSENT",
        "/alternant/nom, NOM_ABSENT",
        "/alternant/prenom, PRENOM_ABSENT",
        "/alternant/dateNaissance, DATE_NAISSANCE_ABSENTE"
    })
    void a_row_without_what_identifies_it_is_rejected(String chemin, String motif) {
        var ligne = TypiqueDeca.ligne();
        ((ObjectNode) ligne.at(chemin.substring(0, chemin.lastIndexOf('/'))))
                .put(chemin.substring(chemin.lastIndexOf('/') + 1), " \0 ");

        assertThat(rejetee(ligne).motif()).isEqualTo(motif);
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'12'", "'null'", "'\"x\"'"})
    void what_is_no_object_is_rejected(String json) throws JsonProcessingException {
        assertThat(rejetee(JSON.readTree(json)).motif()).isEqualTo("LIGNE_ILLISIBLE");
    }

    @ParameterizedTest
    @CsvSource({
        "/alternant, courriel, sans-arobase, courriels, VALEUR_ECARTEE:Personne.courriels",
        "/alternant, telephone, 12 34, telephones, VALEUR_ECARTEE:Personne.telephones",
        "/alternant, sexe, X, sexe, VALEUR_ECARTEE:Personne.sexe",
        "/alternant, handicap, peut-être, handicap, VALEUR_ECARTEE:Personne.handicap",
        "/formation, codeDiplome, 123, cfd, VALEUR_ECARTEE:Contrat.certification",
        "/formation, dateDebutFormation, 2023-02-30, date_debut_formation, VALEUR_ECARTEE:Contrat.dateDebutFormation",
        "/etablissementFormation, siret, 12345678901234, formation_siret, VALEUR_ECARTEE:Contrat.organismeFormation",
        "/organismeFormationResponsable, uaiCfa, 0123456A, responsable_uai, VALEUR_ECARTEE:Contrat.organismeResponsable"
    })
    void a_badly_formed_value_is_dropped_and_told(
            String objet, String champ, String valeur, String colonne, String signalement) {
        var json = TypiqueDeca.ligne();
        ((ObjectNode) json.at(objet)).put(champ, valeur);

        var ligne = recue(Champs.Portee.TBA, json);

        assertThat(ligne.signalements()).containsExactly(signalement);
        assertThat(ligne.personnels()).doesNotContainKey(colonne);
        assertThat(ligne.clairs()).doesNotContainKey(colonne);
    }

    @Test
    void of_an_address_only_the_bad_postcode_is_dropped() {
        var json = TypiqueDeca.ligne();
        ((ObjectNode) json.at("/alternant/adresse")).put("codePostal", "3500");

        var ligne = recue(Champs.Portee.TBA, json);

        assertThat(ouvert(ligne, "adresse")).isEqualTo(new Adresse("12 B rue des Lilas", null, null, null, null));
        assertThat(ligne.signalements()).containsExactly("VALEUR_ECARTEE:Personne.adresse");
    }

    @ParameterizedTest
    @CsvSource({"Corrigé, CORRIGE", "ROMPU, ROMPU", "supprime, SUPPRIME", "Annulé, ANNULE"})
    void a_status_is_read_whatever_its_case_and_accents(String ecrit, String attendu) {
        assertThat(recue(Champs.Portee.LBA, avec("/detailsContrat", "statut", ecrit))
                        .clairs())
                .containsEntry("statut", attendu);
    }

    @Test
    void an_unknown_status_is_kept_and_told() {
        var ligne = recue(Champs.Portee.LBA, avec("/detailsContrat", "statut", "Archivé"));

        assertThat(ligne.clairs()).containsEntry("statut", "Archivé");
        assertThat(ligne.signalements()).containsExactly("CODE_INCONNU:Contrat.statut");
    }

    @Test
    void an_unknown_type_is_kept_and_told() {
        var ligne = recue(Champs.Portee.LBA, avec("/detailsContrat", "typeContrat", "24"));

        assertThat(ligne.clairs()).containsEntry("type", "24");
        assertThat(ligne.signalements()).containsExactly("CODE_INCONNU:Contrat.type");
    }

    @Test
    void an_odd_number_is_kept_and_told() {
        var ligne = recue(Champs.Portee.LBA, avec("/detailsContrat", "noContrat", "123456789"));

        assertThat(ouvert(ligne, "numero")).isEqualTo("123456789");
        assertThat(ligne.signalements()).containsExactly("NUMERO_INHABITUEL");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "oui, true", "1, true", "false, false", "non, false", "0, false"})
    void handicap_is_read_in_all_its_ways(String ecrit, boolean attendu) {
        assertThat(ouvert(recue(Champs.Portee.LBA, avec("/alternant", "handicap", ecrit)), "handicap"))
                .isEqualTo(attendu);
    }

    @Test
    void one_row_sent_with_its_keys_in_another_order_is_one_rejected_row() throws JsonProcessingException {
        var index = ScellementDeTest.ouvert().index();
        var une = rejetee(JSON.readTree("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"));
        var autre = rejetee(JSON.readTree("{\"b\":{\"d\":3,\"c\":2},\"a\":1}"));

        assertThat(index.empreinte(GenreIndex.LIGNE, List.of(une.ligne())))
                .isEqualTo(index.empreinte(GenreIndex.LIGNE, List.of(autre.ligne())));
    }

    @ParameterizedTest
    @CsvSource({"35000, 35", "97410, 974", "20090, 2A", "20137, 2A", "20200, 2B", "20620, 2B", "01000, 01"})
    void the_departement_follows_from_the_postcode(String codePostal, String departement) {
        assertThat(AdresseLue.departement(codePostal)).isEqualTo(departement);
    }

    private static JsonNode avec(String objet, String champ, String valeur) {
        var json = TypiqueDeca.ligne();
        ((ObjectNode) json.at(objet)).put(champ, valeur);
        return json;
    }

    private static LigneRecue recue(Champs.Portee extrait, JsonNode ligne) {
        var lue = lis(extrait, ligne);
        assertThat(lue).isInstanceOf(LigneRecue.class);
        return (LigneRecue) lue;
    }

    private static LigneRejetee rejetee(JsonNode ligne) {
        var lue = lis(Champs.Portee.LBA, ligne);
        assertThat(lue).isInstanceOf(LigneRejetee.class);
        return (LigneRejetee) lue;
    }

    private static LigneLue lis(Champs.Portee extrait, JsonNode ligne) {
        return new LecteurDeLigne(extrait, LocalDate.of(2025, 1, 7)).lis(ligne);
    }

    private static Object ouvert(LigneRecue ligne, String colonne) {
        return REVELATEUR.recu(colonne, ligne.personnels().get(colonne));
    }
}
