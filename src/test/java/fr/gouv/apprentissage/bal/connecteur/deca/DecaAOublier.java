package fr.gouv.apprentissage.bal.connecteur.deca;

import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.ligne;
import static fr.gouv.apprentissage.bal.connecteur.deca.TypiqueDeca.pose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.droits.effacement.BancDEffacement;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.ConnecteurTire;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.scellement.HorlogeReglable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A DECA, a database, and who forgets persons of it: Zoé, whose row is the typical one, and Lou. */
final class DecaAOublier implements AutoCloseable {

    private final HorlogeReglable horloge = new HorlogeReglable(Instant.parse("2025-01-10T02:00:00Z"));
    private final DecaDeTest deca = new DecaDeTest(horloge);
    private final BancDEffacement effacement;

    DecaAOublier(Path dossier) {
        effacement = new BancDEffacement(dossier, horloge);
    }

    DecaDeTest deca() {
        return deca;
    }

    BancDEffacement effacement() {
        return effacement;
    }

    HorlogeReglable horloge() {
        return horloge;
    }

    @Override
    public void close() {
        deca.close();
    }

    OptionalInt efface(long personne) {
        return effacement.efface(deca.banc().pool(), deca.banc().scellement(), personne);
    }

    long zoe() {
        return Long.parseLong(deca.banc()
                .texte("select personne from identite where enregistrement = " + enregistrementDe("035202409001234")));
    }

    long enregistrementDe(String numero) {
        return deca.banc().textes("select id from contrat").stream()
                .mapToLong(Long::parseLong)
                .filter(id -> numero.equals(deca.revelateur().stocke(deca.banc().pool(), id, "numero")))
                .findFirst()
                .orElseThrow();
    }

    List<String> etat(long id) {
        return List.of(
                deca.banc().texte("select contrat::text from contrat where id = " + id),
                deca.banc().texte("select identite::text from identite where enregistrement = " + id),
                deca.banc().texte("select secret::text from secret where enregistrement = " + id),
                deca.banc()
                        .texte(
                                "select coalesce(string_agg(r::text, '|' order by r::text), '') from rapprochement r where enregistrement = "
                                        + id));
    }

    void attendsUnVerrou() throws InterruptedException {
        while (deca.banc()
                .texte("select count(*) from pg_locks where not granted")
                .equals("0")) {
            Thread.sleep(20);
        }
    }

    static String texte(io.vertx.mutiny.sqlclient.Pool pool, String sql) {
        return String.valueOf(
                pool.query(sql).executeAndAwait().iterator().next().getValue(0));
    }

    /** Another process, which is told before each page of which extract it is. */
    BancDIngestion banc(Consumer<Integer> avantLaPage) {
        var client = new ClientDeca(
                () -> URI.create(deca.deca().baseUrl() + "/"),
                SortieDeTest.vers(deca.deca().baseUrl(), Duration.ofMinutes(2), horloge));
        var vrai = new ConnecteurDeca(
                new ConfigDeca(LocalDate.of(2025, 1, 7), Duration.ofMinutes(2)), () -> true, client, new Reessais(3));
        var connecteur = (ConnecteurTire) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConnecteurTire.class}, (moi, methode, arguments) -> {
                    if (methode.getName().equals("lis")) {
                        avantLaPage.accept((Integer) arguments[0]);
                    }
                    try {
                        return methode.invoke(vrai, arguments);
                    } catch (InvocationTargetException echec) {
                        throw echec.getCause();
                    }
                });
        return new BancDIngestion(
                deca.banc().pool(), horloge, connecteur, deca.banc().scellement());
    }

    static ObjectNode autre(String numero) {
        return ligne(une -> pose(une, "/detailsContrat/noContrat", numero));
    }

    static ObjectNode lou() {
        return ligne(une -> {
            pose(une, "/detailsContrat/noContrat", "333333333333");
            pose(une, "/alternant/prenom", "Lou");
            pose(une, "/alternant/courriel", "lou@exemple.fr");
            pose(une, "/alternant/telephone", "0611111111");
        });
    }
}
