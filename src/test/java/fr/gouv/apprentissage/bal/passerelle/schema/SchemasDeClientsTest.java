package fr.gouv.apprentissage.bal.passerelle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.RegistreCourant;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemasDeClientsTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 6, 15);
    private static final int GARDES = 20;
    private static final Catalogue CATALOGUE = new CatalogueServi().catalogue();
    private static final GraphQLSchema ENTIER = SchemaServi.executable(
            SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());

    private static final class RegistreMobile implements RegistreCourant {
        private volatile Registre registre = new Registre(0, Map.of(), List.of());

        @Override
        public Registre courant() {
            return registre;
        }

        @Override
        public Uni<Registre> relis() {
            return Uni.createFrom().item(registre);
        }

        @Override
        public Uni<Boolean> tient(long revision) {
            return Uni.createFrom().item(registre.revision() == revision);
        }

        private void pose(Octroi... octrois) {
            registre = new Registre(
                    registre.revision() + 1,
                    Arrays.stream(octrois)
                            .map(Octroi::client)
                            .distinct()
                            .collect(Collectors.toMap(
                                    id -> id, id -> new ClientHabilite(id, "Un client", Optional.empty()))),
                    List.of(octrois));
        }
    }

    private final RegistreMobile registre = new RegistreMobile();
    private final SchemasDeClients schemas = new SchemasDeClients(registre, CATALOGUE, ENTIER, GARDES);

    @Test
    void whoIsGrantedNothingSeesWhatNeedsNoRight() {
        var texte = texte("personne");

        assertThat(texte)
                .contains("moi: Client!", "explique(", "organismes(", "certification(")
                .doesNotContain("Contrat", "Personne", "Employeur", "@personnel", "@filtre", "type Mutation");
    }

    @Test
    void aFieldShowsWhenItMayBeReadAndACriterionWhenItMayBeSearchedBy() {
        registre.pose(octroi("lba", "rdv", "LIRE Contrat.dateDebut", "FILTRER Contrat.statut"));

        assertThat(texte("lba"))
                .contains("dateDebut: Date", "statut: [StatutContrat!]", "enum StatutContrat")
                .doesNotContain("debutDu", "statut: StatutContrat", "tri:", "ContratTri");
    }

    @Test
    void anOrderShowsWhenItMayBeSortedBy() {
        registre.pose(octroi("lba", "rdv", "LIRE Contrat.dateFin", "TRIER Contrat.dateDebut"));

        assertThat(texte("lba")).contains("tri: ContratTri", "DATE_DEBUT_DESC").doesNotContain("dateDebut:");
    }

    @Test
    void aSearchOfPersonsThatNoCriterionLetsOneAskDoesNotShow() {
        registre.pose(octroi("lba", "rdv", "LIRE Contrat.dateFin", "LIRE Personne.nom"));

        assertThat(texte("lba")).contains("personne(id: ID!)").doesNotContain("personnes(");
    }

    @Test
    void aCriterionThatRestsOnSeveralFieldsDoesNotShowUnderTwoPurposes() {
        registre.pose(
                octroi("lba", "rdv", "LIRE Contrat.dateFin", "FILTRER Personne.nom", "FILTRER Personne.prenoms"),
                octroi("lba", "mesure", "LIRE Contrat.dateFin", "FILTRER Personne.dateNaissance"));

        assertThat(texte("lba")).contains("type Contrat").doesNotContain("IdentiteFiltre");
    }

    @Test
    void personsDoNotShowToWhomNoRecordDoes() {
        registre.pose(octroi("lba", "rdv", "LIRE Personne.nom", "FILTRER Personne.ine"));

        assertThat(texte("lba")).doesNotContain("Personne");
    }

    @Test
    void whatIsGrantedFromTomorrowShowsAndWhatEndedYesterdayDoesNot() {
        var octroi = octroi("lba", "rdv", "LIRE Contrat.dateFin");
        registre.pose(entre(octroi, JOUR.plusDays(1), JOUR.plusDays(2)));
        assertThat(texte("lba")).contains("dateFin");

        registre.pose(entre(octroi, JOUR.minusDays(2), JOUR.minusDays(1)));
        assertThat(texte("lba")).doesNotContain("dateFin");
    }

    @Test
    void aRevocationHidesAtOnce() {
        var octroi = octroi("lba", "rdv", "LIRE Contrat.dateFin");
        registre.pose(octroi);
        assertThat(texte("lba")).contains("dateFin");

        registre.pose(octroi.revoque("abus"));

        assertThat(texte("lba")).doesNotContain("dateFin");
    }

    @Test
    void aRoleShowsItsOwnAndAnAdministratorSeesAll() {
        assertThat(texte("x", "delegue")).contains("divulgations(").doesNotContain("connecteurs");
        assertThat(texte("x", "administrateur")).isEqualTo(SchemaServi.texte(ENTIER));
        assertThat(texte("x", "autre")).isEqualTo(texte("x"));
    }

    @Test
    void aThousandSetsOfRightsLeaveNoMoreSchemasThanAreKept() {
        var differents = new HashSet<String>();
        var champs = CATALOGUE.duType("Contrat").stream()
                .map(ChampDeclare::coordonnee)
                .filter(champ -> Set.of("String", "Int", "Date").contains(type(champ)))
                .toList();
        for (int i = 1; i <= 1_000; i++) {
            var bits = i;
            registre.pose(octroi(
                    "client-" + i,
                    "rdv",
                    IntStream.range(0, champs.size())
                            .filter(place -> (bits >> place & 1) == 1)
                            .mapToObj(place -> "LIRE " + champs.get(place))
                            .toArray(String[]::new)));
            differents.add(texte("client-" + i));
        }

        assertThat(differents).hasSize(1_000);
        assertThat(schemas.gardes()).isLessThanOrEqualTo(GARDES);
    }

    @Test
    void clientsWithTheSameRightsHaveOneSchema() {
        registre.pose(octroi("lba", "rdv", "LIRE Contrat.dateFin"), octroi("tdb", "suivi", "LIRE Contrat.dateFin"));

        assertThat(schemas.de(appelant("lba"))).isSameAs(schemas.de(appelant("tdb")));
    }

    private static String type(Coordonnee champ) {
        return ENTIER.getObjectType(champ.type())
                .getFieldDefinition(champ.champ())
                .getType()
                .toString()
                .replaceAll(".*name='?(\\w+).*", "$1");
    }

    private String texte(String client, String... roles) {
        return schemas.de(appelant(client, roles)).texte();
    }

    private static Appelant appelant(String client, String... roles) {
        return new Appelant(client, Optional.empty(), Optional.empty(), JOUR, Set.of(roles));
    }

    private static Octroi octroi(String client, String finalite, String... droits) {
        var parCoordonnee = new HashMap<Coordonnee, Droit>();
        for (var droit : droits) {
            var mots = droit.split(" ");
            parCoordonnee.merge(
                    Coordonnee.lis(mots[1]),
                    new Droit(EnumSet.of(Acces.valueOf(mots[0])), Masque.AUCUN),
                    (un, autre) -> new Droit(EnumSet.of(Acces.LIRE, Acces.FILTRER), Masque.AUCUN));
        }
        return new Octroi(
                client + "-" + finalite,
                client,
                finalite,
                "CGU",
                "DGEFP",
                JOUR.minusDays(1),
                JOUR.plusDays(1),
                Optional.empty(),
                Perimetre.SANS_BORNE,
                parCoordonnee);
    }

    private static Octroi entre(Octroi octroi, LocalDate du, LocalDate au) {
        return new Octroi(
                octroi.id(),
                octroi.client(),
                octroi.finalite(),
                octroi.baseLegale(),
                octroi.accordeePar(),
                du,
                au,
                Optional.empty(),
                octroi.perimetre(),
                octroi.droits());
    }
}
