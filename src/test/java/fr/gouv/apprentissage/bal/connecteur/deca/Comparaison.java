package fr.gouv.apprentissage.bal.connecteur.deca;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import fr.gouv.apprentissage.bal.oracle.Attendu;
import fr.gouv.apprentissage.bal.oracle.Attendu.ContratAttendu;
import fr.gouv.apprentissage.bal.oracle.ChangementAttendu;
import fr.gouv.apprentissage.bal.oracle.Cle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what is stored against what the oracle says, each question by itself. */
public final class Comparaison {

    private static final int MONTREES = 10;

    /** Rows of no record, and records of no secret, by table. */
    private static final String ORPHELINS = "with fiche as (select id from contrat union all"
            + " select enregistrement from contact union all select enregistrement from quarantaine), sans as ("
            + "select 'index_aveugle' as ou, enregistrement as id from index_aveugle"
            + " union all select 'identite', enregistrement from identite"
            + " union all select 'rapprochement', enregistrement from rapprochement"
            + " union all select 'changement', enregistrement from changement"
            + " union all select 'contrat_ecarte', enregistrement from contrat_ecarte"
            + " union all select 'quarantaine_marque', enregistrement from quarantaine_marque)"
            + " select ou || ' ' || count(*) from sans where id not in (select id from fiche) group by ou"
            + " union all select 'sans secret ' || count(*) from fiche where id not in"
            + " (select enregistrement from secret) having count(*) > 0"
            + " union all select 'sans clé ' || count(*) from contrat where id not in"
            + " (select enregistrement from contrat_cle) having count(*) > 0";

    private final Attendu attendu;
    private final EtatStocke stocke;
    private final BancDIngestion banc;

    public Comparaison(Attendu attendu, BancDIngestion banc) {
        this.attendu = attendu;
        this.banc = banc;
        this.stocke = new EtatStocke(banc);
    }

    /** All of it but contacts. */
    public void tout() {
        contrats();
        changements();
        personnes();
        quarantaine();
        signalements();
        rienDePlus();
    }

    /** Every field, the day that the state is of, and the newest day of each extract. */
    void contrats() {
        var trouves = stocke.contrats();
        assertThat(attendu.contrats().keySet().stream()
                        .filter(cle -> !trouves.containsKey(cle))
                        .limit(MONTREES)
                        .toList())
                .as("contrats qui manquent")
                .isEmpty();
        assertThat(stocke.nombre()).isEqualTo(attendu.contrats().size());
        assertThat(trouves.keySet()).isEqualTo(attendu.contrats().keySet());
        assertThat(differences(attendu.contrats(), trouves)).isEmpty();
    }

    /** Every change with both its values; days in their order. Within a day their order says nothing. */
    void changements() {
        var trouves = stocke.contrats();
        var differences = attendu.contrats().entrySet().stream()
                .filter(e -> !parJour(e.getValue()).equals(parJour(trouves.get(e.getKey()))))
                .map(e -> e.getKey() + "\n  attendu " + parJour(e.getValue()) + "\n  stocké  "
                        + parJour(trouves.get(e.getKey())))
                .limit(MONTREES)
                .toList();
        assertThat(differences).isEmpty();
        assertThat(trouves.values()).allSatisfy(contrat -> assertThat(contrat.changements())
                .isSortedAccordingTo(comparing(ChangementAttendu::jour)));
    }

    void personnes() {
        var trouvees = stocke.personnes();
        assertThat(trouvees.stream()
                        .filter(une -> !attendu.personnes().contains(une))
                        .limit(MONTREES)
                        .toList())
                .isEmpty();
        assertThat(trouvees).hasSameSizeAs(attendu.personnes());
    }

    void quarantaine() {
        assertThat(stocke.quarantaine()).isEqualTo(attendu.quarantaine());
    }

    /** Every contact, opened; and each is found by its address alone, once under each generation. */
    void contacts(Set<String> attendus) {
        assertThat(stocke.contacts()).isEqualTo(attendus);
        assertThat(banc.texte("select count(*) from (select enregistrement from contact except select enregistrement"
                        + " from index_aveugle where genre = 2) sans"))
                .isEqualTo("0");
    }

    void signalements() {
        Map<String, Integer> dits = new HashMap<>();
        attendu.signalements().forEach((un, nombre) -> dits.merge(un.raison(), nombre, Integer::sum));
        assertThat(stocke.signalements()).isEqualTo(dits);
    }

    /** Nothing is left of what was read and thrown away: no page in staging, no key or secret that serves nobody. */
    void rienDePlus() {
        assertThat(banc.texte("select (select count(*) from ingestion_ligne) + (select count(*) from ingestion_rejet)"
                        + " + (select count(*) from ingestion_page)"))
                .isEqualTo("0");
        assertThat(banc.texte("select count(*) from secret s where not exists (select from contrat c"
                        + " where c.id = s.enregistrement) and not exists (select from quarantaine q"
                        + " where q.enregistrement = s.enregistrement) and not exists (select from contact k"
                        + " where k.enregistrement = s.enregistrement)"))
                .isEqualTo("0");
        assertThat(banc.texte("select count(*) from contrat_cle k where not exists (select from contrat c"
                        + " where c.id = k.enregistrement)"))
                .isEqualTo("0");
        assertThat(banc.textes(ORPHELINS)).isEmpty();
    }

    private static List<String> differences(Map<Cle, ContratAttendu> attendus, Map<Cle, ContratAttendu> trouves) {
        return attendus.entrySet().stream()
                .filter(e -> !sansChangements(e.getValue()).equals(sansChangements(trouves.get(e.getKey()))))
                .map(e -> e.getKey() + "\n  attendu " + sansChangements(e.getValue()) + "\n  stocké  "
                        + sansChangements(trouves.get(e.getKey())))
                .limit(MONTREES)
                .toList();
    }

    private static ContratAttendu sansChangements(ContratAttendu contrat) {
        return new ContratAttendu(contrat.valeurs(), contrat.etatDu(), contrat.jourLba(), contrat.jourTba(), List.of());
    }

    private static String parJour(ContratAttendu contrat) {
        return contrat.changements().stream()
                .sorted(comparing(ChangementAttendu::jour).thenComparing(ChangementAttendu::coordonnee))
                .map(ChangementAttendu::toString)
                .collect(Collectors.joining("\n    "));
    }
}
