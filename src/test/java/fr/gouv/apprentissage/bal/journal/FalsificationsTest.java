package fr.gouv.apprentissage.bal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.FormeDeJalon;
import fr.gouv.apprentissage.bal.journal.jalon.Jalon;
import fr.gouv.apprentissage.bal.journal.jalon.JalonEnJson;
import fr.gouv.apprentissage.bal.journal.jalon.JalonSigne;
import fr.gouv.apprentissage.bal.journal.jalon.SignataireLocal;
import fr.gouv.apprentissage.bal.journal.verification.Constat;
import fr.gouv.apprentissage.bal.journal.verification.Constat.Genre;
import fr.gouv.apprentissage.bal.journal.verification.Verification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the past of the journal is found, and the first entry that is not as it was is named. */
@Tag("attaque34")
class FalsificationsTest {

    private static final UUID UNE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID AUTRE = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final Instant DEBUT = Instant.parse("2026-11-22T10:00:00Z");
    private static final int ENTREES = 12;

    @TempDir
    Path dossier;

    private SignataireLocal signataire;
    private ClePublique cle;
    private final List<String> export = new ArrayList<>();
    private final List<String> temoin = new ArrayList<>();
    private final List<String> recus = new ArrayList<>();
    private byte[] precedent = new byte[32];

    /** Two chains of twelve entries, a minute apart; checkpoints close them at the ranks 3, 7 and 11. */
    @BeforeEach
    void ecris() throws Exception {
        signataire = new SignataireLocal(dossier.resolve("journal.pem"));
        cle = ClePublique.lis(dossier.resolve("journal.pem.pub"));
        var une = chaine(UNE);
        var autre = chaine(AUTRE);
        for (int n = 0; n < 3; n++) {
            jalon(n + 1, List.of(une.get(4 * n + 3).tete(), autre.get(4 * n + 3).tete()));
        }
        recus.add(new JsonObject()
                .put("id", une.get(5).entree().id().toString())
                .put("empreinte", HexFormat.of().formatHex(une.get(5).empreinte()))
                .put("chaine", UNE.toString())
                .put("rang", 5)
                .encode());
    }

    @Test
    void what_nobody_touched_holds() {
        var rapport = new Verification(List.of(cle), Optional.empty())
                .verifie(export.stream(), temoin.stream(), recus.stream());

        assertThat(rapport.constats()).isEmpty();
        assertThat(rapport.entrees()).isEqualTo(2 * ENTREES);
        assertThat(rapport.jalons()).isEqualTo(3);
    }

    @Test
    void an_entry_missing_in_the_middle() {
        export.remove(6);

        constate(Genre.ENTREE_MANQUANTE, "chaîne " + UNE + ", rang 6");
    }

    @Test
    void the_last_entry_of_a_closed_chain_missing() {
        export.remove(ENTREES - 1);

        constate(Genre.ENTREE_MANQUANTE, "chaîne " + UNE + ", rang 11");
    }

    @Test
    void a_field_altered() {
        change(6, entree -> entree.put("client", "autre"));

        constate(Genre.ENTREE_ALTEREE, "chaîne " + UNE + ", rang 6");
    }

    @Test
    void a_subject_altered() {
        change(
                6,
                entree -> entree.put(
                        "sujets",
                        entree.getJsonArray("sujets")
                                .copy()
                                .set(3, UUID.randomUUID().toString())));

        constate(Genre.ENTREE_ALTEREE, "chaîne " + UNE + ", rang 6");
    }

    @Test
    void two_entries_in_each_other_s_place() {
        Collections.swap(export, 5, 6);

        constate(Genre.ENTREE_DEPLACEE, "chaîne " + UNE + ", rang 5");
    }

    @Test
    void an_entry_put_in() {
        // Given one that fits the entry before it
        var avant = new JsonObject(export.get(6));
        export.add(
                7,
                ligne(EntreeEnchainee.de(
                        Entree.de(Exemples.divulgation("intercalee", 1), DEBUT.plusSeconds(400)),
                        new Maillon(UNE, 7, octets(avant, "empreinte")))));

        constate(Genre.ENTREE_INTERCALEE, "chaîne " + UNE + ", rang 7");
    }

    @Test
    void an_entry_twice() {
        export.add(7, export.get(6));

        constate(Genre.ENTREE_DOUBLEE, "chaîne " + UNE + ", rang 6");
    }

    @Test
    void an_entry_altered_and_hashed_again() {
        // Given who knows how digests are made, but does not go on to the end
        remplace(6, 7);

        constate(Genre.ENTREE_ALTEREE, "chaîne " + UNE + ", rang 6");
    }

    @Test
    void a_chain_written_anew_to_its_end() {
        // Given who writes another past, each entry fitting the one before
        remplace(6, ENTREES);

        constate(Genre.CHAINE_REECRITE, "chaîne " + UNE + ", du rang 4 au rang 7 (jalon 2)");
    }

    @Test
    void a_whole_chain_missing() {
        export.subList(ENTREES, 2 * ENTREES).clear();

        constate(Genre.CHAINE_MANQUANTE, "chaîne " + AUTRE);
    }

    @Test
    void a_chain_that_no_checkpoint_closed() {
        // Given a chain of that time, made up afterwards
        var forgee = UUID.fromString("33333333-3333-4333-8333-333333333333");
        chaine(forgee);

        constate(Genre.CHAINE_SANS_JALON, "chaîne " + forgee + ", rang 0");
    }

    @Test
    void the_end_of_a_chain_that_no_checkpoint_closed_for_the_last_were_taken_away() {
        temoin.subList(1, 3).clear();

        constate(Genre.CHAINE_SANS_JALON, "chaîne " + UNE + ", rang 4", "chaîne " + AUTRE + ", rang 4");
    }

    @Test
    void a_checkpoint_missing() {
        temoin.remove(1);

        constate(Genre.JALON_MANQUANT, "jalon 2");
    }

    @Test
    void a_checkpoint_altered() {
        var jalon = new JsonObject(temoin.get(1));
        jalon.getJsonArray("tetes").getJsonObject(0).put("rang", 6);
        temoin.set(1, jalon.encode());

        constate(Genre.JALON_ALTERE, "jalon 2");
    }

    @Test
    void a_checkpoint_signed_again_by_another_key() throws Exception {
        var faussaire = new SignataireLocal(dossier.resolve("faussaire.pem"));
        var jalon = JalonEnJson.lis(temoin.get(2)).jalon();
        temoin.set(2, JalonEnJson.ligne(signe(jalon, faussaire)));

        assertThat(constats()).first().isEqualTo(new Constat(Genre.JALON_CONTREFAIT, "jalon 3"));
    }

    @Test
    void a_checkpoint_signed_again_in_the_name_of_the_key() throws Exception {
        var vrai = JalonEnJson.lis(temoin.get(2));
        var signature = vrai.signature().clone();
        signature[10] ^= 1;
        temoin.set(2, JalonEnJson.ligne(new JalonSigne(vrai.jalon(), vrai.empreinte(), vrai.cle(), signature)));

        assertThat(constats()).first().isEqualTo(new Constat(Genre.JALON_CONTREFAIT, "jalon 3"));
    }

    @Test
    void a_receipt_that_no_entry_matches() {
        var recu = new JsonObject(recus.get(0)).put("empreinte", "00".repeat(32));
        recus.add(recu.encode());

        constate(Genre.RECU_SANS_ENTREE, "reçu " + recu.getString("id"));
    }

    @Test
    void a_line_that_is_none() {
        export.add("{\"id\":");

        constate(Genre.LIGNE_ILLISIBLE, "ligne 25 de l'export");
    }

    @Test
    void a_checkpoint_handed_over_twice_is_no_fault() {
        temoin.add(1, temoin.get(0));

        assertThat(constats()).isEmpty();
    }

    @Test
    void what_retention_dropped_is_no_fault_and_the_rest_still_verifies() {
        // Given the entries of the first checkpoint's time gone, of both chains
        export.removeIf(ligne -> new JsonObject(ligne).getLong("rang") < 4);

        // Then: only where retention is known to have dropped them
        var depuis = JalonEnJson.lis(temoin.get(0)).jalon().le();
        assertThat(constats(Optional.of(depuis))).isEmpty();
        assertThat(constats())
                .containsExactlyInAnyOrder(
                        new Constat(Genre.ENTREE_MANQUANTE, "chaîne " + UNE + ", rang 0"),
                        new Constat(Genre.ENTREE_MANQUANTE, "chaîne " + AUTRE + ", rang 0"));
        // And no more than that
        export.removeIf(ligne -> new JsonObject(ligne).getLong("rang") < 5);
        assertThat(constats(Optional.of(depuis))).hasSize(2).allMatch(c -> c.genre() == Genre.ENTREE_MANQUANTE);
    }

    private void constate(Genre genre, String... ou) {
        assertThat(constats())
                .containsExactlyInAnyOrder(java.util.Arrays.stream(ou)
                        .map(lieu -> new Constat(genre, lieu))
                        .toArray(Constat[]::new));
    }

    private List<Constat> constats() {
        return constats(Optional.empty());
    }

    private List<Constat> constats(Optional<Instant> depuis) {
        return new Verification(List.of(cle), depuis)
                .verifie(export.stream(), temoin.stream(), recus.stream())
                .constats();
    }

    private List<EntreeEnchainee> chaine(UUID chaine) {
        var tete = new Tete(chaine, -1, new byte[32]);
        var entrees = new ArrayList<EntreeEnchainee>();
        for (int n = 0; n < ENTREES; n++) {
            var entree = Entree.de(Exemples.divulgation("client-" + n, 1), DEBUT.plusSeconds(60L * n));
            entrees.add(tete.enchaine(List.of(entree)).get(0));
            tete = entrees.get(n).tete();
        }
        entrees.forEach(entree -> export.add(ligne(entree)));
        return entrees;
    }

    /** Writes another entry at this rank of the first chain, and those after it so that they fit, up to that rank. */
    private void remplace(int rang, int fin) {
        var avant = new JsonObject(export.get(rang - 1));
        var tete = new Tete(UNE, rang - 1, octets(avant, "empreinte"));
        for (int n = rang; n < fin; n++) {
            var enchainee = tete.enchaine(
                            List.of(Entree.de(Exemples.divulgation("faux", 1), DEBUT.plusSeconds(60L * n))))
                    .get(0);
            export.set(n, ligne(enchainee));
            tete = enchainee.tete();
        }
        recus.clear();
    }

    private void change(int place, Consumer<JsonObject> changement) {
        var entree = new JsonObject(export.get(place));
        changement.accept(entree);
        export.set(place, entree.encode());
    }

    private void jalon(long numero, List<Tete> tetes) {
        var jalon = new Jalon(numero, DEBUT.plusSeconds(60L * 4 * numero - 30), precedent, tetes);
        var signe = signe(jalon, signataire);
        precedent = signe.empreinte();
        temoin.add(JalonEnJson.ligne(signe));
    }

    private static JalonSigne signe(Jalon jalon, SignataireLocal signataire) {
        var octets = FormeDeJalon.octets(jalon, signataire.cle());
        return new JalonSigne(
                jalon,
                FormeDeJalon.empreinte(octets),
                signataire.cle(),
                signataire.signe(octets).await().indefinitely());
    }

    /** As PostgreSQL's {@code to_jsonb} writes a row; VerificationDUnExportTest holds it to that. */
    static String ligne(EntreeEnchainee enchainee) {
        var entree = enchainee.entree();
        var divulgation = entree.divulgation();
        var maillon = enchainee.maillon();
        return new JsonObject()
                .put("id", entree.id().toString())
                .put("le", entree.le().toString())
                .put("forme", FormeCanonique.VERSION)
                .put("client", divulgation.client())
                .put("agent", divulgation.agent().orElse(null))
                .put("finalite", divulgation.finalite().orElse(null))
                .put("habilitations", new JsonArray(divulgation.habilitations()))
                .put("empreinte_operation", hex(divulgation.empreinteOperation()))
                .put("operation", divulgation.operation().orElse(null))
                .put("coordonnees", new JsonArray(divulgation.coordonnees()))
                .put("recherches", new JsonArray(divulgation.recherches()))
                .put("revision", divulgation.revision())
                .put(
                        "sujets",
                        new JsonArray(divulgation.sujets().stream()
                                .map(UUID::toString)
                                .toList()))
                .put("perimetre", divulgation.perimetre().orElse(null))
                .put("personnes", divulgation.personnes())
                .put("chaine", maillon.chaine().toString())
                .put("rang", maillon.rang())
                .put("precedente", hex(maillon.precedente()))
                .put("empreinte", hex(enchainee.empreinte()))
                .encode();
    }

    private static String hex(byte[] octets) {
        return "\\x" + HexFormat.of().formatHex(octets);
    }

    private static byte[] octets(JsonObject entree, String champ) {
        return HexFormat.of().parseHex(entree.getString(champ).substring(2));
    }
}
