package fr.gouv.apprentissage.bal.habilitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The predicate selects, on a real PostgreSQL, the rows that a direct reading of DESIGN.md ("Perimeters") selects. */
class PerimetreSqlTest {

    private static final ColonnesDePerimetre CONTRAT = new ColonnesDePerimetre(
            Optional.of("c.region"),
            Optional.of("c.academie"),
            Optional.of("c.departement"),
            List.of("c.formation", "c.responsable"),
            Optional.of("c.siren"),
            Optional.of("c.opco"),
            Optional.of("c.source"),
            Optional.empty());
    private static final ColonnesDePerimetre DOSSIER = new ColonnesDePerimetre(
            Optional.of("c.region"),
            Optional.of("c.academie"),
            Optional.of("c.departement"),
            List.of("c.formation", "c.responsable"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("c.source"),
            Optional.of("c.statut"));
    private static final List<String> SIRETS = List.of("19672198900040", "18130002100340", "19672198900016");
    private static final List<String> SIRENS = List.of("196721989", "181300021");

    private static EmbeddedPostgres serveur;
    private static BaseDeTest base;
    private static Connection connexion;

    @BeforeContainer
    static void demarre() throws SQLException {
        serveur = BaseDeTest.serveur();
        base = BaseDeTest.neuve(serveur);
        base.execute("create table ligne (id int, region text, academie text, departement text, formation text,"
                + " responsable text, siren text, opco text, source text, statut text)");
        connexion = base.connexion();
    }

    @AfterContainer
    static void arrete() throws Exception {
        connexion.close();
        base.close();
        serveur.close();
    }

    /** A row; null: unknown. */
    record Ligne(
            String region,
            String academie,
            String departement,
            String formation,
            String responsable,
            String siren,
            String opco,
            String source,
            String statut) {

        List<String> valeurs() {
            var valeurs = new ArrayList<String>();
            for (var v :
                    new String[] {region, academie, departement, formation, responsable, siren, opco, source, statut}) {
                valeurs.add(v);
            }
            return valeurs;
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void contractsInThePerimeterAreThoseOfADirectReading(
            @ForAll("perimetres") Perimetre perimetre, @ForAll("lignes") List<Ligne> lignes) throws SQLException {
        insere(lignes);

        var selection = selection(perimetre, CONTRAT);

        assertThat(selection)
                .isEqualTo(lignes.stream()
                        .map(l -> naif(perimetre, l, true) && perimetre.statuts() == null)
                        .toList());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void learnersFilesInThePerimeterAreThoseOfADirectReading(
            @ForAll("perimetres") Perimetre perimetre, @ForAll("lignes") List<Ligne> lignes) throws SQLException {
        insere(lignes);

        var selection = selection(perimetre, DOSSIER);

        assertThat(selection)
                .isEqualTo(lignes.stream()
                        .map(l -> naif(perimetre, l, false) && perimetre.sirens() == null && perimetre.opcos() == null)
                        .toList());
    }

    @Example
    void withoutBoundEveryRowIsReached() {
        var liaison = new Parametres();

        assertThat(new PerimetreSql().sql(Perimetre.SANS_BORNE, CONTRAT, liaison))
                .isEqualTo("TRUE");
        assertThat(liaison.valeurs).isEmpty();
    }

    @Example
    void nothingIsBoundWhereNoRowCanBeReached() {
        var liaison = new Parametres();
        var perimetre = new Perimetre(List.of("53"), null, null, null, null, null, List.of(), null);

        assertThat(new PerimetreSql().sql(perimetre, CONTRAT, liaison)).isEqualTo("FALSE");
        assertThat(liaison.valeurs).isEmpty();
    }

    @Example
    void aBoundedColumnIsFoundByItsIndex() throws SQLException {
        base.execute("create table grande as select n id, (n % 100)::text region from generate_series(1, 20000) n;"
                + " create index on grande (region, id); analyze grande");
        var liaison = new Parametres();
        var perimetre = new Perimetre(List.of("53"), null, null, null, null, null, null, null);
        var predicat = new PerimetreSql().sql(perimetre, CONTRAT, liaison);

        var plan = new StringBuilder();
        try (var ordre = connexion.prepareStatement(
                "explain select id from grande c where " + predicat.replace("$1", "?") + " order by id limit 20")) {
            ordre.setArray(1, connexion.createArrayOf("text", new String[] {"53"}));
            var lignes = ordre.executeQuery();
            while (lignes.next()) {
                plan.append(lignes.getString(1)).append('\n');
            }
        }

        assertThat(plan.toString()).contains("Index").contains("Index Cond").doesNotContain("Seq Scan");
    }

    /** Any key that is there must hold. A contract knows no status, a learner's file no employer: those keys are judged by the caller. */
    private static boolean naif(Perimetre p, Ligne l, boolean contrat) {
        if (p.regions() != null && !p.regions().contains(l.region())) {
            return false;
        }
        if (p.academies() != null && !p.academies().contains(l.academie())) {
            return false;
        }
        if (p.departements() != null && !p.departements().contains(l.departement())) {
            return false;
        }
        if (p.organismes() != null
                && p.organismes().stream()
                        .noneMatch(s ->
                                s.valeur().equals(l.formation()) || s.valeur().equals(l.responsable()))) {
            return false;
        }
        if (p.sources() != null && !p.sources().contains(l.source())) {
            return false;
        }
        if (contrat && p.sirens() != null && (l.siren() == null || !p.sirens().contains(new Siren(l.siren())))) {
            return false;
        }
        if (contrat && p.opcos() != null && !p.opcos().contains(l.opco())) {
            return false;
        }
        return contrat
                || p.statuts() == null
                || l.statut() != null && p.statuts().contains(StatutApprenant.valueOf(l.statut()));
    }

    private static void insere(List<Ligne> lignes) throws SQLException {
        try (var vide = connexion.createStatement();
                var ordre = connexion.prepareStatement("insert into ligne values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            vide.execute("truncate ligne");
            for (int i = 0; i < lignes.size(); i++) {
                ordre.setInt(1, i);
                for (int c = 0; c < 9; c++) {
                    ordre.setString(c + 2, lignes.get(i).valeurs().get(c));
                }
                ordre.addBatch();
            }
            ordre.executeBatch();
        }
    }

    /** The predicate selected as a boolean, its negation, and used as a condition: all three must agree. */
    private static List<Boolean> selection(Perimetre perimetre, ColonnesDePerimetre colonnes) throws SQLException {
        var liaison = new Parametres();
        var predicat = new PerimetreSql().sql(perimetre, colonnes, liaison);
        var sql = "select " + predicat + " dedans, not " + predicat + " dehors, id in (select id from ligne c where "
                + predicat + ") retenu from ligne c order by id";
        var selection = new ArrayList<Boolean>();
        try (var ordre = connexion.prepareStatement(sql.replaceAll("\\$\\d+", "?"))) {
            int place = 1;
            for (int fois = 0; fois < 3; fois++) {
                place = lie(ordre, place, predicat, liaison);
            }
            var lignes = ordre.executeQuery();
            while (lignes.next()) {
                var dedans = lignes.getObject("dedans", Boolean.class);
                assertThat(dedans).isNotNull();
                assertThat(lignes.getObject("dehors", Boolean.class)).isEqualTo(!dedans);
                assertThat(lignes.getObject("retenu", Boolean.class)).isEqualTo(dedans);
                selection.add(dedans);
            }
        }
        return selection;
    }

    private static int lie(java.sql.PreparedStatement ordre, int place, String predicat, Parametres liaison)
            throws SQLException {
        var suivante = place;
        var places = java.util.regex.Pattern.compile("\\$(\\d+)").matcher(predicat);
        while (places.find()) {
            var valeurs = (List<?>) liaison.valeurs.get(Integer.parseInt(places.group(1)) - 1);
            ordre.setArray(suivante++, connexion.createArrayOf("text", valeurs.toArray()));
        }
        return suivante;
    }

    private static final class Parametres implements Liaison {
        private final List<Object> valeurs = new ArrayList<>();

        @Override
        public String parametre(Object valeur) {
            valeurs.add(valeur);
            return "$" + valeurs.size();
        }
    }

    @Provide
    Arbitrary<List<Ligne>> lignes() {
        var territoire = Arbitraries.of("53", "75", "84").injectNull(0.3);
        var siret = Arbitraries.of(SIRETS).injectNull(0.3);
        return Combinators.combine(
                        territoire,
                        territoire,
                        territoire,
                        siret,
                        siret,
                        Arbitraries.of(SIRENS).injectNull(0.3),
                        Arbitraries.of("AKTO", "OPCO EP").injectNull(0.3),
                        Combinators.combine(
                                        Arbitraries.of("DECA", "TDB").injectNull(0.2),
                                        Arbitraries.of("INSCRIT", "ABANDON").injectNull(0.3))
                                .as((source, statut) -> new String[] {source, statut}))
                .as((r, a, d, f, o, s, k, x) -> new Ligne(r, a, d, f, o, s, k, x[0], x[1]))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Perimetre> perimetres() {
        var territoires = cle(Arbitraries.of("53", "75", "84"));
        return Combinators.combine(
                        territoires,
                        territoires,
                        territoires,
                        cle(Arbitraries.of(SIRETS).map(Siret::new)),
                        cle(Arbitraries.of(SIRENS).map(Siren::new)),
                        cle(Arbitraries.of("AKTO", "OPCO EP")),
                        cle(Arbitraries.of("DECA", "TDB")),
                        cle(Arbitraries.of(StatutApprenant.INSCRIT, StatutApprenant.ABANDON)))
                .as(Perimetre::new);
    }

    private static <T> Arbitrary<List<T>> cle(Arbitrary<T> valeurs) {
        return valeurs.list().ofMaxSize(3).injectNull(0.75);
    }
}
