package fr.gouv.apprentissage.bal.ingestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the threads of a run are, looked at every few milliseconds: the phase is that of the innermost class that names one. A thread that waits for
 * the database is in the phase of the statement it waits for; one that waits for another thread of the run is in none. Beside it, how much of the run
 * is the staging of its rows and how much their merge. Nothing of the product tells: its stacks do.
 */
public final class Phases implements AutoCloseable {

    private static final int PERIODE = 20;
    private static final String AILLEURS = "autre";
    private static final String ATTENTE = "";

    private record Marque(String classe, String methode, String phase) {

        boolean est(StackTraceElement cadre) {
            return cadre.getClassName().contains(classe)
                    && (methode.isEmpty() || cadre.getMethodName().startsWith(methode));
        }
    }

    // The first that fits, for each frame from the innermost on.
    private static final List<Marque> MARQUES = List.of(
            marque("ingestion.Arriere", "attends", ATTENTE),
            marque("java.util.concurrent.ThreadPoolExecutor", "getTask", ATTENTE),
            marque("bal.scellement.IndexHmac", "", "index aveugles (calcul)"),
            marque("bal.scellement.MarquesHmac", "", "index aveugles (calcul)"),
            marque("bal.scellement.Scelleur", "memeValeur", "fusion (calcul)"),
            marque("bal.scellement.Scelleur", "aJour", "fusion (calcul)"),
            marque("bal.scellement.Scelleur", "", "scellement"),
            marque("ingestion.FormatDeStaging", "", "format de staging"),
            marque("scellement.SecretStore", "garde", "staging SQL"),
            marque("scellement.SecretStore", "reserve", "staging SQL"),
            marque("scellement.SecretStore", "sansSecret", "fusion SQL : lecture"),
            marque("personne.IdentiteStore", "indexe", "fusion SQL : index aveugles"),
            marque("personne.RapprochementStore", "candidats", "rapprochement"),
            marque("personne.RapprochementStore", "charge", "fusion SQL : lecture"),
            marque("personne.RapprochementStore", "", "fusion SQL : index aveugles"),
            marque("personne.LignesDeTable", "charge", "fusion SQL : lecture"),
            marque("personne.LignesDeTable", "", "fusion SQL : écriture"),
            marque("contrat.TerritoireStore", "", "fusion SQL : territoires"),
            marque("contrat.ContratStore", "estampille", "fusion SQL : estampille"),
            marque("contrat.ContratStore", "note", "fusion SQL : écriture"),
            marque("ingestion.AppariementDeLot", "", "rapprochement"),
            marque("ingestion.JourneeStore", "ecarte", "fusion SQL : écriture"),
            marque("ingestion.JourneeStore", "", "fusion SQL : lecture"),
            marque("ingestion.FusionDeRejets", "", "fusion SQL : écriture"),
            marque("ingestion.PageStore", "efface", "staging SQL : ménage"),
            marque("ingestion.PageStore", "", "staging SQL"),
            marque("ingestion.EnregistrementStore", "", "staging SQL"),
            marque("contact.ContactStore", "", "contacts"),
            marque("suppression.SuppressionStore", "", "staging SQL"),
            marque("ingestion.BailStore", "", "transactions"),
            marque("scellement.VersionsDeCles", "", "transactions"),
            marque("deca.Lecteur", "", "lecture"),
            marque("deca.LigneEnLecture", "", "lecture"),
            marque("deca.ClientDeca", "", "lecture"),
            marque("ingestion.MiseEnAttente", "", "staging (calcul)"),
            marque("ingestion.FusionDeLot", "", "fusion (calcul)"),
            marque("ingestion.FusionDeJournee", "", "fusion (calcul)"),
            marque("ingestion.Transactions", "", "transactions"),
            marque("ingestion.LectureDeJournee", "", "lecture"));

    private static final List<Marque> TEMPS = List.of(
            marque("ingestion.LectureDeJournee", "lis", "mise en attente"),
            marque("ingestion.FusionDeJournee", "lambda", "fusion"));

    private final Map<String, Integer> comptes = new LinkedHashMap<>();
    private final Map<String, Integer> temps = new LinkedHashMap<>();
    private final Thread regard = new Thread(this::regarde, "phases");
    private volatile boolean fini;

    public Phases() {
        regard.setDaemon(true);
        regard.start();
    }

    private static Marque marque(String classe, String methode, String phase) {
        return new Marque(classe, methode, phase);
    }

    private void regarde() {
        while (!fini) {
            var piles = Thread.getAllStackTraces().values();
            piles.forEach(this::compte);
            TEMPS.stream()
                    .filter(marque ->
                            piles.stream().anyMatch(pile -> Stream.of(pile).anyMatch(marque::est)))
                    .findFirst()
                    .ifPresent(marque -> temps.merge(marque.phase(), 1, Integer::sum));
            try {
                TimeUnit.MILLISECONDS.sleep(PERIODE);
            } catch (InterruptedException fin) {
                return;
            }
        }
    }

    private void compte(StackTraceElement[] pile) {
        var enCourse = false;
        for (var cadre : pile) {
            enCourse |= cadre.getClassName().startsWith("fr.gouv.apprentissage.bal.ingestion.")
                    && !cadre.getClassName().contains("Phases")
                    && !cadre.getClassName().contains("CourseMesuree");
            for (var marque : MARQUES) {
                if (marque.est(cadre)) {
                    if (!marque.phase().equals(ATTENTE)) {
                        comptes.merge(marque.phase(), 1, Integer::sum);
                    }
                    return;
                }
            }
        }
        if (enCourse) {
            comptes.merge(AILLEURS, 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        fini = true;
        try {
            regard.join();
        } catch (InterruptedException interrompu) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return parts(temps) + "\n" + parts(comptes);
    }

    private static String parts(Map<String, Integer> comptes) {
        var total = comptes.values().stream().mapToInt(Integer::intValue).sum();
        return comptes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entree -> String.format(
                        Locale.ROOT, "    %5.1f %%  %s", 100.0 * entree.getValue() / total, entree.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
