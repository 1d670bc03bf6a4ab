package fr.gouv.apprentissage.bal.embarque.generateur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import fr.gouv.apprentissage.bal.oracle.Champ;
import fr.gouv.apprentissage.bal.oracle.ChangementAttendu;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import fr.gouv.apprentissage.bal.oracle.Oracle;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MondeTest {

    private static final LocalDate PREMIER = LocalDate.of(2025, 9, 1);
    private static final Monde MONDE = new Monde(7, PREMIER, 30, 3_000);

    private static List<JourServi> jours;
    private static Attendu attendu;

    @BeforeAll
    static void lit() {
        jours = JourServi.de(MONDE, PREMIER, MONDE.dernierJour());
        attendu = Oracle.dit(jours);
    }

    @Test
    void the_same_seed_says_the_same() {
        var autre = new Monde(7, PREMIER, 30, 3_000);

        assertThat(JourServi.de(autre, PREMIER, MONDE.dernierJour())).isEqualTo(jours);
    }

    @Test
    void another_seed_says_otherwise() {
        var autre = new Monde(8, PREMIER, 30, 3_000);

        assertThat(JourServi.de(autre, PREMIER)).isNotEqualTo(jours.get(0));
    }

    @Test
    void every_contract_of_the_world_is_spoken_of_and_no_other() {
        assertThat(attendu.contrats()).hasSize(3_000);
    }

    @Test
    void nothing_is_said_outside_of_its_days() {
        assertThat(MONDE.lignes(Extrait.LBA, PREMIER.minusDays(1))).isEmpty();
        assertThat(MONDE.lignes(Extrait.TBA, MONDE.dernierJour().plusDays(1))).isEmpty();
    }

    @Test
    void an_extract_shows_no_field_of_the_other() {
        var lba = chemins(jours.stream().map(JourServi::lba).toList());
        var tba = chemins(jours.stream().map(JourServi::tba).toList());

        assertThat(lba).contains("employeur.siret", "alternant.nom", "detailsContrat.dispositif");
        assertThat(lba).doesNotContain("alternant.sexe", "alternant.telephone", "etablissementFormation.siret");
        assertThat(tba).contains("alternant.sexe", "alternant.nom", "etablissementFormation.siret");
        assertThat(tba).doesNotContain("employeur.siret", "formation.typeDiplome", "detailsContrat.dateConclusion");
    }

    @Test
    void some_contracts_stand_in_one_extract_only() {
        assertThat(attendu.contrats().values())
                .anyMatch(c -> c.jourLba() == null)
                .anyMatch(c -> c.jourTba() == null);
    }

    @Test
    void it_holds_successions_avenants_ruptures_and_every_status() {
        var types = attendu.contrats().keySet().stream().map(c -> c.type()).collect(Collectors.toSet());
        var statuts = attendu.contrats().values().stream()
                .map(c -> c.valeurs().get(Champ.STATUT))
                .collect(Collectors.toSet());

        assertThat(types).contains(11, 21, 22, 23, 24, 31, 38);
        assertThat(statuts).contains("ACTIF", "CORRIGE", "SUPPRIME", "ROMPU", "ANNULE");
        assertThat(changements(Champ.DATE_RUPTURE)).anyMatch(c -> c.apres().isEmpty());
        assertThat(changements(Champ.NOM)).isNotEmpty();
    }

    @Test
    void it_holds_minors_and_majors() {
        assertThat(attendu.contrats().keySet())
                .anyMatch(c -> c.naissance().isAfter(PREMIER.minusYears(17)))
                .anyMatch(c -> c.naissance().isBefore(PREMIER.minusYears(20)));
    }

    @Test
    void it_holds_homonyms_some_of_whom_cannot_be_told_apart() {
        assertThat(attendu.signalements("PERSONNE_AMBIGUE")).isPositive();
        assertThat(attendu.personnes()).anyMatch(p -> p.size() > 2);
    }

    @Test
    void it_holds_every_fault_that_ingestion_must_bear() {
        var motifs = attendu.quarantaine().keySet().stream().map(q -> q.motif()).collect(Collectors.toSet());
        var raisons =
                attendu.signalements().keySet().stream().map(s -> s.raison()).collect(Collectors.toSet());

        assertThat(motifs)
                .contains(
                        "NUMERO_ABSENT",
                        "TYPE_ABSENT",
                        "NOM_ABSENT",
                        "PRENOM_ABSENT",
                        "DATE_NAISSANCE_ABSENTE",
                        "LIGNE_ILLISIBLE");
        assertThat(raisons)
                .contains(
                        "NUMERO_INHABITUEL",
                        "CODE_INCONNU:Contrat.type",
                        "CODE_INCONNU:Contrat.statut",
                        "VALEUR_ECARTEE:Employeur.siret",
                        "VALEUR_ECARTEE:Personne.courriels",
                        "VALEUR_ECARTEE:Contrat.dateDebut");
    }

    @Test
    void some_names_hold_what_postgresql_refuses_and_some_never_end() {
        var noms = jours.stream()
                .flatMap(j -> j.lba().stream())
                .map(l -> l.at("/alternant/nom").asText())
                .toList();

        assertThat(noms).anyMatch(n -> n.contains("\u0000")).anyMatch(n -> n.length() > 300);
    }

    @Test
    void the_demo_says_the_same_of_a_day_whenever_it_is_asked() {
        var jour = LocalDate.of(2026, 3, 2);

        assertThat(Monde.deDemonstration(1).lignes(Extrait.LBA, jour))
                .hasSizeGreaterThan(40)
                .isEqualTo(Monde.deDemonstration(1).lignes(Extrait.LBA, jour));
    }

    private List<ChangementAttendu> changements(Champ champ) {
        return attendu.contrats().values().stream()
                .flatMap(c -> c.changements().stream())
                .filter(c -> c.coordonnee().equals(champ.coordonnee()))
                .toList();
    }

    private static Set<String> chemins(List<List<JsonNode>> jours) {
        var chemins = new HashSet<String>();
        jours.forEach(lignes -> lignes.forEach(ligne -> chemins("", ligne, chemins)));
        return chemins;
    }

    private static void chemins(String prefixe, JsonNode noeud, Set<String> chemins) {
        if (noeud instanceof ObjectNode objet) {
            objet.properties().forEach(e -> chemins(prefixe + e.getKey() + ".", e.getValue(), chemins));
        } else if (!prefixe.isEmpty()) {
            chemins.add(prefixe.substring(0, prefixe.length() - 1));
        }
    }
}
