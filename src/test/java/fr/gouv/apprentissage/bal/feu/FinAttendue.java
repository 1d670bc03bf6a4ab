package fr.gouv.apprentissage.bal.feu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.connecteur.deca.Comparaison;
import fr.gouv.apprentissage.bal.contact.BancDeContacts;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import fr.gouv.apprentissage.bal.oracle.ComptesAttendus;
import fr.gouv.apprentissage.bal.oracle.ContactsAttendus;
import fr.gouv.apprentissage.bal.oracle.JourServi;
import fr.gouv.apprentissage.bal.oracle.Oracle;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must stand when both nights are over, by a naive reading of all that the sources said, and nothing else. */
final class FinAttendue {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int CONFIANCE = 30;

    private final Univers univers;
    private final Instant avant;
    private final Instant apres;
    private final Attendu deca;
    private final Attendu servis;
    private final List<JourServi> jours;

    /**
     * @param avant when the first night read
     * @param apres when the last does
     */
    FinAttendue(Univers univers, Instant avant, Instant apres) {
        this.univers = univers;
        this.avant = avant;
        this.apres = apres;
        this.jours = JourServi.de(univers.servie(), Univers.PREMIER, univers.dernier());
        this.servis = Oracle.dit(jours);
        var entier = Oracle.dit(JourServi.de(univers.entiere(), Univers.PREMIER, univers.dernier()));
        // What the first night left in quarantine is purged; what today's rules know is read again, and counted by no
        // run.
        var quarantaine = new HashMap<>(entier.quarantaine());
        quarantaine.keySet().removeIf(une -> une.jour().equals(Univers.PREMIER));
        this.deca = new Attendu(entier.contrats(), entier.personnes(), quarantaine, servis.signalements());
    }

    /** Holds all of it against the database. */
    void compare(BancDIngestion banc, Clock horloge, long deja) {
        new Comparaison(deca, banc).tout();
        assertThat(new BancDeContacts(banc.pool(), banc.scellement(), horloge).contacts())
                .isEqualTo(contacts());
        assertThat(offresStockees(banc.pool())).isEqualTo(offres());
        executions(banc, deja);
        assertThat(
                        banc.textes(
                                "select connecteur || to_char(servie_le, ' YYYY-MM-DD\"T\"HH24:MI') from planification order by 1"))
                .containsExactlyElementsOf(Stream.of("contacts-akto", "contacts-constructys", "deca", "francetravail")
                        .map(nom -> nom + " " + apres.atZone(PARIS).toLocalDateTime())
                        .toList());
        assertThat(banc.textes("select nom from bail where expire_le > clock_timestamp()"))
                .isEmpty();
    }

    /** Each run that was asked for came to its end once, and counted each row once. */
    private void executions(BancDIngestion banc, long deja) {
        assertThat(banc.textes("select concat_ws(' ', connecteur, relecture, etat, count(*)) from execution where id > "
                        + deja + " and etat <> 'ECHOUEE' group by connecteur, relecture, etat order by 1"))
                .containsExactly(
                        "contacts-akto f TERMINEE 1",
                        "contacts-constructys f TERMINEE 1",
                        "deca f TERMINEE 1",
                        "deca t ANNULEE 2",
                        "deca t TERMINEE 1",
                        "francetravail f TERMINEE 1");
        assertThat(banc.textes("select connecteur from execution where erreur = 'erreur interne'"))
                .isEmpty();
        var comptes = ComptesAttendus.de(jours);
        assertThat(banc.texte(
                        "select concat_ws(' ', sum(lus), sum(rejetes), sum(crees + modifies + inchanges), sum(crees))"
                                + " from execution where connecteur = 'deca' and not relecture"))
                .isEqualTo(Stream.of(comptes.lus(), comptes.rejetes(), comptes.enregistrements(), (long)
                                servis.contrats().size())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
        var relus = ComptesAttendus.de(jours.subList(1, 3));
        assertThat(banc.texte("select concat_ws(' ', lus, rejetes, crees, modifies, inchanges) from execution"
                        + " where relecture and etat = 'TERMINEE'"))
                .isEqualTo("%d %d 0 0 %d".formatted(relus.lus(), relus.rejetes(), relus.enregistrements()));
        // A run that failed has written what it read: its part tells.
        assertThat(banc.textes("select concat_ws(' ', e.connecteur, sum(p.crees), sum(p.modifies), max(e.lus)"
                        + " filter (where e.etat = 'TERMINEE')) from execution e join execution_part p on p.execution = e.id"
                        + " where e.id > " + deja + " group by e.connecteur order by 1"))
                .isEqualTo(faitsComptes());
    }

    private List<String> faitsComptes() {
        var parSource = new TreeMap<String, List<Contact>>();
        for (var un : faits()) {
            parSource
                    .computeIfAbsent(un.source(), nouvelle -> new ArrayList<>())
                    .add(un);
        }
        var lus = Map.of(
                "AKTO", univers.deLAkto().size(),
                "CONSTRUCTYS", univers.deConstructys(true).size(),
                "FRANCE_TRAVAIL", univers.offres(apres).size());
        var noms = Map.of(
                "AKTO", "contacts-akto", "CONSTRUCTYS", "contacts-constructys", "FRANCE_TRAVAIL", "francetravail");
        return parSource.entrySet().stream()
                .map(une -> Stream.of(
                                noms.get(une.getKey()),
                                une.getValue().stream()
                                        .filter(un -> un.premier().equals(un.dernier()) && un.vuLaDerniereNuit())
                                        .count(),
                                une.getValue().stream()
                                        .filter(un -> !un.premier().equals(un.dernier()))
                                        .count(),
                                lus.get(une.getKey()))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    private record Contact(
            String source, String siret, String quoi, LocalDate premier, LocalDate dernier, boolean vuLaDerniereNuit) {

        String texte() {
            return String.join(
                    "|",
                    source,
                    "D",
                    siret.substring(0, 9),
                    siret,
                    quoi,
                    premier.toString(),
                    dernier.toString(),
                    dernier.plusDays(CONFIANCE).toString());
        }
    }

    private List<String> contacts() {
        var contacts = new ArrayList<String>();
        faits().forEach(un -> contacts.add(un.texte()));
        ContactsAttendus.de(JourServi.de(univers.entiere(), Univers.PREMIER, univers.dernier()))
                .forEach(un -> contacts.add("DECA|D|" + un.substring(0, 9) + "|" + un));
        contacts.sort(null);
        return contacts;
    }

    /** What files and offers say, each once, with the nights in which it was said. */
    private List<Contact> faits() {
        var dits = new TreeMap<String, TreeSet<Instant>>();
        univers.deLAkto().forEach(une -> dis(dits, "AKTO", une.siret(), une.courriel(), true, apres));
        for (var derniere : List.of(false, true)) {
            var quand = derniere ? apres : avant;
            univers.deConstructys(derniere)
                    .forEach((siret, adresses) ->
                            adresses.forEach(adresse -> dis(dits, "CONSTRUCTYS", siret, adresse, true, quand)));
            univers.offres(quand).stream()
                    .filter(une -> une.siret().isPresent())
                    .filter(une -> une.courriel().orElse("").matches("[^@ ]+@[^@ ]+"))
                    .forEach(une -> dis(
                            dits,
                            "FRANCE_TRAVAIL",
                            une.siret().orElseThrow(),
                            une.courriel().orElseThrow(),
                            false,
                            quand));
        }
        return dits.entrySet().stream()
                .map(un -> {
                    var mots = un.getKey().split("\\|", 3);
                    return new Contact(
                            mots[0],
                            mots[1],
                            mots[2],
                            jour(un.getValue().first()),
                            jour(un.getValue().last()),
                            un.getValue().last().equals(apres));
                })
                .toList();
    }

    private static void dis(
            Map<String, TreeSet<Instant>> dits,
            String source,
            String siret,
            String adresse,
            boolean avecDomaine,
            Instant quand) {
        var domaine = avecDomaine ? adresse.substring(adresse.indexOf('@') + 1) : "-";
        dits.computeIfAbsent(String.join("|", source, siret, adresse, domaine), nouveau -> new TreeSet<>())
                .add(quand);
    }

    private List<String> offres() {
        var parId = new TreeMap<String, String>();
        var premieres = univers.offres(avant).stream().collect(Collectors.toMap(OffreGeneree::id, une -> une));
        premieres
                .values()
                .forEach(une ->
                        parId.put(une.id(), offre(une, avant, avant, jour(apres).toString())));
        univers.offres(apres)
                .forEach(une ->
                        parId.put(une.id(), offre(une, premieres.containsKey(une.id()) ? avant : apres, apres, "-")));
        return parId.values().stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static String offre(OffreGeneree une, Instant premiere, Instant derniere, String disparue) {
        return Stream.of(
                        une.id(),
                        une.siret().orElse("-"),
                        une.departement(),
                        une.nature(),
                        une.creation(),
                        une.actualisation(),
                        premiere,
                        derniere,
                        disparue)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    private static List<String> offresStockees(Pool pool) {
        var offres = new ArrayList<String>();
        pool.query("select * from offre")
                .executeAndAwait()
                .forEach(ligne -> offres.add(Stream.of(
                                ligne.getString("id"),
                                ligne.getString("siret") == null ? "-" : ligne.getString("siret"),
                                ligne.getString("departement"),
                                ligne.getString("nature_contrat"),
                                ligne.getOffsetDateTime("date_creation").toInstant(),
                                ligne.getOffsetDateTime("date_actualisation").toInstant(),
                                ligne.getOffsetDateTime("premiere_vue").toInstant(),
                                ligne.getOffsetDateTime("derniere_vue").toInstant(),
                                ligne.getLocalDate("disparue_le") == null ? "-" : ligne.getLocalDate("disparue_le"))
                        .map(String::valueOf)
                        .collect(Collectors.joining("|"))));
        offres.sort(null);
        return offres;
    }

    private static LocalDate jour(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
