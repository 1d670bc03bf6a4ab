package fr.gouv.apprentissage.bal.rotation;

import fr.gouv.apprentissage.bal.contrat.ChangementEcrit;
import fr.gouv.apprentissage.bal.contrat.ContratStore;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.ingestion.LigneDeStaging;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.ingestion.Transactions;
import fr.gouv.apprentissage.bal.personne.IdentiteStore;
import fr.gouv.apprentissage.bal.personne.Personne;
import fr.gouv.apprentissage.bal.scellement.Cellule;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records whose values are known from their ids: written sealed, and looked at again afterwards. Each has {@link #PAR_FICHE} of class IDENTITE. */
final class ValeursScellees {

    static final int PAR_FICHE = 5;

    private static final int LOT = 1000;
    private static final int EN_STAGING = 10;
    private static final OffsetDateTime HIER = OffsetDateTime.of(2025, 9, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final ChampScelle<String> NOM = ChampsScelles.de(Personne.class, "nom");
    private static final ChampScelle<List<String>> PRENOMS = ChampsScelles.de(Personne.class, "prenoms");
    private static final ChampScelle<LocalDate> NAISSANCE = ChampsScelles.de(Personne.class, "dateNaissance");
    private static final ChampScelle<List<Courriel>> COURRIELS = ChampsScelles.de(Personne.class, "courriels");

    private final Pool pool;
    private final ScellementDeTest test;
    private final Scellement scellement;

    ValeursScellees(Pool pool, ScellementDeTest test) {
        this.pool = pool;
        this.test = test;
        this.scellement = test.scellement();
    }

    /** Writes so many records, ids from 1 on; every tenth stands in staging too, with one value of the class. */
    void ecris(int fiches) {
        for (var debut = 1; debut <= fiches; debut += LOT) {
            var premier = debut;
            new Transactions(pool).dans(connexion -> ecris(connexion, premier, Math.min(fiches, premier + LOT - 1)));
        }
    }

    /** How many values of class IDENTITE so many records have, staged ones included. */
    static long valeurs(int fiches) {
        return (long) fiches * PAR_FICHE + fiches / EN_STAGING;
    }

    private int ecris(SqlConnection connexion, int premier, int dernier) {
        var cles = new ArrayList<CleEnregistrement>();
        var identites = new ArrayList<Map<String, Cellule>>();
        var changements = new ArrayList<ChangementEcrit>();
        for (long id = premier; id <= dernier; id++) {
            var cle = scellement.nouvelle(id);
            cles.add(cle);
            var ligne = new HashMap<String, Cellule>();
            ligne.put("enregistrement", Cellule.claire(Long.toString(id)));
            ligne.put("personne", Cellule.claire(Long.toString(id)));
            ligne.put("source", Cellule.claire("DECA"));
            ligne.put("etat_du", Cellule.claire(HIER.toString()));
            ligne.put("nom", scellee(cle, NOM, nom(id)));
            ligne.put("prenoms", scellee(cle, PRENOMS, prenoms(id)));
            ligne.put("date_naissance", scellee(cle, NAISSANCE, naissance(id)));
            ligne.put("courriels", scellee(cle, COURRIELS, List.of(courriel(id))));
            identites.add(ligne);
            changements.add(new ChangementEcrit(
                    id, Coordonnee.lis("Personne.nom"), scellee(cle, NOM, "avant " + id), scellee(cle, NOM, nom(id))));
        }
        connexion
                .preparedQuery("insert into secret (enregistrement, epoque, enveloppe)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::bytea[])")
                .executeAndAwait(Tuple.of(
                        cles.stream().map(CleEnregistrement::enregistrement).toArray(Long[]::new),
                        cles.stream().map(CleEnregistrement::epoque).toArray(Integer[]::new),
                        cles.stream().map(cle -> Buffer.buffer(cle.enveloppe())).toArray(Buffer[]::new)));
        new IdentiteStore().ajoute(connexion, identites);
        new ContratStore().note(connexion, HIER, changements);
        cles.stream().filter(cle -> cle.enregistrement() % EN_STAGING == 0).forEach(cle -> stage(connexion, cle));
        return cles.size();
    }

    private void stage(SqlConnection connexion, CleEnregistrement cle) {
        connexion
                .preparedQuery(
                        "insert into ingestion_ligne (source, jour, extrait, page, rang, enregistrement, contenu)"
                                + " values ('DECA', '2025-09-02', 0, 1, $1::int, $1::bigint, $2)")
                .executeAndAwait(Tuple.of(
                        cle.enregistrement(),
                        Buffer.buffer(LigneDeStaging.ecris(Map.of(
                                "nom", scellee(cle, NOM, nom(cle.enregistrement())),
                                "statut", Cellule.claire("ACTIF"))))));
    }

    /** What does not open, or is not what it was: nothing, when all is well. */
    List<String> differences() {
        var revelateur = new Revelateur(test);
        var differences = new ArrayList<String>();
        for (var ligne : pool.query("select i.*, c.avant, c.apres, s.epoque, s.enveloppe, l.contenu from identite i"
                        + " join secret s using (enregistrement) join changement c using (enregistrement)"
                        + " left join ingestion_ligne l using (enregistrement) order by 1")
                .executeAndAwait()) {
            var id = ligne.getLong("enregistrement");
            var cle = revelateur.cle(
                    id, ligne.getInteger("epoque"), ligne.getBuffer("enveloppe").getBytes());
            var attendus = new HashMap<String, Object>(Map.of(
                    "nom", nom(id),
                    "prenoms", prenoms(id),
                    "date_naissance", naissance(id),
                    "courriels", List.of(courriel(id)),
                    "avant", "avant " + id,
                    "apres", nom(id)));
            attendus.forEach((colonne, attendu) -> {
                var champ = colonne.equals("avant") || colonne.equals("apres") ? "nom" : colonne;
                compare(
                        differences,
                        id,
                        colonne,
                        attendu,
                        revelateur.ouvre(cle, champ, ligne.getBuffer(colonne).getBytes()));
            });
            if (ligne.getBuffer("contenu") != null) {
                var cellules = LigneDeStaging.lis(ligne.getBuffer("contenu").getBytes());
                compare(
                        differences,
                        id,
                        "staging",
                        nom(id),
                        revelateur.ouvre(cle, "nom", cellules.get("nom").scelle()));
                compare(
                        differences,
                        id,
                        "statut",
                        "ACTIF",
                        cellules.get("statut").clair());
            }
        }
        return differences;
    }

    private static void compare(List<String> differences, long id, String ou, Object attendu, Object trouve) {
        if (!attendu.equals(trouve)) {
            differences.add(id + " " + ou);
        }
    }

    private <T> Cellule scellee(CleEnregistrement cle, ChampScelle<T> champ, T valeur) {
        return Cellule.scellee(scellement.scelle(cle, champ, Sealed.recu(valeur)));
    }

    private static String nom(long id) {
        return "NOM-" + id;
    }

    private static List<String> prenoms(long id) {
        return List.of("Prénom" + id, "Deux");
    }

    private static LocalDate naissance(long id) {
        return LocalDate.of(2000, 1, 1).plusDays(id % 3000);
    }

    private static Courriel courriel(long id) {
        return new Courriel("personne" + id + "@exemple.fr");
    }
}
