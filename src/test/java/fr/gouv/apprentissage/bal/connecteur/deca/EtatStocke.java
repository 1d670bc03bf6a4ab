package fr.gouv.apprentissage.bal.connecteur.deca;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.identifiant.Adresse;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.ingestion.Revelateur;
import fr.gouv.apprentissage.bal.oracle.Attendu.ContratAttendu;
import fr.gouv.apprentissage.bal.oracle.Attendu.Quarantaine;
import fr.gouv.apprentissage.bal.oracle.Champ;
import fr.gouv.apprentissage.bal.oracle.ChangementAttendu;
import fr.gouv.apprentissage.bal.oracle.Cle;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands in the tables, opened, in the words of the oracle. */
final class EtatStocke {

    private record Fiche(long id, long personne, CleEnregistrement secret, ContratAttendu contrat) {

        Cle cle() {
            var valeurs = contrat.valeurs();
            return new Cle(
                    valeurs.get(Champ.NUMERO),
                    Integer.parseInt(valeurs.get(Champ.TYPE)),
                    valeurs.getOrDefault(Champ.NUMERO_AVENANT, ""),
                    LocalDate.parse(valeurs.get(Champ.DATE_NAISSANCE)));
        }
    }

    private static final Set<String> SCELLEES = Revelateur.scellees();

    private final BancDIngestion banc;
    private final Revelateur revelateur;
    private final Map<Long, Fiche> fiches = new HashMap<>();

    EtatStocke(BancDIngestion banc) {
        this.banc = banc;
        this.revelateur = new Revelateur(banc.scellement());
        for (var ligne : banc.pool().query(requete()).executeAndAwait()) {
            var fiche = fiche(ligne);
            fiches.put(fiche.id(), fiche);
        }
        for (var ligne : banc.pool()
                .query("select enregistrement, champ, (le at time zone 'Europe/Paris')::date as jour, avant, apres,"
                        + " avant_clair, apres_clair from changement order by enregistrement, numero")
                .executeAndAwait()) {
            var fiche = fiches.get(ligne.getLong("enregistrement"));
            fiche.contrat().changements().add(changement(fiche.secret(), ligne));
        }
    }

    /** Each record by its key; two of one key are one here, which their number tells. */
    Map<Cle, ContratAttendu> contrats() {
        var contrats = new HashMap<Cle, ContratAttendu>();
        fiches.values().forEach(fiche -> contrats.put(fiche.cle(), fiche.contrat()));
        return contrats;
    }

    int nombre() {
        return fiches.size();
    }

    Set<Set<Cle>> personnes() {
        return new HashSet<>(fiches.values().stream()
                .collect(groupingBy(Fiche::personne, mapping(Fiche::cle, toSet())))
                .values());
    }

    /** One text for each contact, in the words of {@code ContactsAttendus}. */
    Set<String> contacts() {
        var contacts = new TreeSet<String>();
        banc.pool()
                .query("select c.*, (premiere_vue at time zone 'Europe/Paris')::date as premier,"
                        + " (derniere_vue at time zone 'Europe/Paris')::date as dernier from contact c"
                        + " where source = 'DECA' and not questionne and siret like siren || '%'")
                .executeAndAwait()
                .forEach(ligne -> contacts.add(Stream.of(
                                ligne.getString("siret"),
                                revelateur.contact(
                                        banc.pool(),
                                        ligne.getLong("enregistrement"),
                                        ligne.getBuffer("courriel").getBytes()),
                                ligne.getString("domaine"),
                                ligne.getLocalDate("premier").toString(),
                                ligne.getLocalDate("dernier").toString(),
                                ligne.getLocalDate("expire_le").toString())
                        .collect(joining("|"))));
        return contacts;
    }

    Map<Quarantaine, Integer> quarantaine() {
        var quarantaine = new HashMap<Quarantaine, Integer>();
        banc.pool()
                .query("select extrait, jour, motif, count(*)::int as nombre from quarantaine group by 1, 2, 3")
                .executeAndAwait()
                .forEach(ligne -> quarantaine.put(
                        new Quarantaine(
                                Extrait.valueOf(ligne.getString("extrait").toUpperCase(Locale.ROOT)),
                                ligne.getLocalDate("jour"),
                                ligne.getString("motif")),
                        ligne.getInteger("nombre")));
        return quarantaine;
    }

    /** Over all runs, by reason. */
    Map<String, Integer> signalements() {
        var signalements = new HashMap<String, Integer>();
        banc.pool()
                .query(
                        "select s.motif, sum(s.nombre)::int as nombre from execution_signalement s"
                                + " join execution e on e.id = s.execution and not e.relecture and e.connecteur = 'deca' group by s.motif")
                .executeAndAwait()
                .forEach(ligne -> signalements.put(ligne.getString("motif"), ligne.getInteger("nombre")));
        return signalements;
    }

    private Fiche fiche(Row ligne) {
        var secret = revelateur.cle(
                ligne.getLong("id"),
                ligne.getInteger("epoque"),
                ligne.getBuffer("enveloppe").getBytes());
        var valeurs = new EnumMap<Champ, String>(Champ.class);
        for (var champ : Champ.values()) {
            var texte = valeur(secret, ligne, champ.colonne(), champ.colonne());
            if (!texte.isEmpty()) {
                valeurs.put(champ, texte);
            }
        }
        var contrat = new ContratAttendu(
                valeurs,
                ligne.getLocalDate("etat"),
                ligne.getLocalDate("jour_lba"),
                ligne.getLocalDate("jour_tba"),
                new ArrayList<>());
        return new Fiche(ligne.getLong("id"), ligne.getLong("personne"), secret, contrat);
    }

    private ChangementAttendu changement(CleEnregistrement secret, Row ligne) {
        var coordonnee = ligne.getString("champ");
        var colonne = Stream.of(Champ.values())
                .filter(champ -> champ.coordonnee().equals(coordonnee))
                .findFirst()
                .orElseThrow()
                .colonne();
        var scellee = SCELLEES.contains(colonne);
        return new ChangementAttendu(
                ligne.getLocalDate("jour"),
                coordonnee,
                valeur(secret, ligne, scellee ? "avant" : "avant_clair", colonne),
                valeur(secret, ligne, scellee ? "apres" : "apres_clair", colonne));
    }

    private String valeur(CleEnregistrement secret, Row ligne, String ou, String colonne) {
        if (!SCELLEES.contains(colonne)) {
            return ligne.getString(ou) == null ? "" : ligne.getString(ou);
        }
        var octets = ligne.getBuffer(ou);
        return octets == null ? "" : texte(revelateur.ouvre(secret, colonne, octets.getBytes()));
    }

    private static String texte(Object valeur) {
        if (valeur instanceof List<?> liste) {
            return liste.stream().map(EtatStocke::texte).collect(joining(","));
        }
        if (valeur instanceof Adresse adresse) {
            return Stream.of(
                            adresse.voie(),
                            adresse.codePostal() == null
                                    ? null
                                    : adresse.codePostal().valeur(),
                            adresse.departement())
                    .map(partie -> partie == null ? "" : partie)
                    .collect(joining("|"));
        }
        return valeur instanceof Courriel courriel ? courriel.valeur() : valeur.toString();
    }

    private static String requete() {
        var colonnes = Stream.of(Champ.values())
                .map(champ -> (champ.coordonnee().startsWith("Personne.") ? "i." : "c.")
                        + champ.colonne()
                        + (SCELLEES.contains(champ.colonne()) ? "" : "::text as " + champ.colonne()))
                .collect(joining(", "));
        return "select c.id, (c.etat_du at time zone 'Europe/Paris')::date as etat, c.jour_lba, c.jour_tba, i.personne,"
                + " s.epoque, s.enveloppe, " + colonnes
                + " from contrat c join identite i on i.enregistrement = c.id and i.etat_du = c.etat_du"
                + " join secret s on s.enregistrement = c.id";
    }
}
