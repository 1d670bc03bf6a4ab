package fr.gouv.apprentissage.bal.embarque.simulateur;

import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The OPCOs of the embedded default: AKTO, OPCO EP, both directories, and the files that OPCOs hand over, in a folder. */
final class OpcoDemo implements AutoCloseable {

    private static final String OPCO = "bal.connecteur.opco.";

    /** Requests per second of the OPCOs; that of CFA Dock is its own. */
    private static final int DEBIT = 50;

    private static final String UTILISATEUR = "bal";

    private final SimulateurAkto akto;
    private final SimulateurOpcoEp ep;
    private final SimulateurFranceCompetences competences;
    private final SimulateurCfaDock dock;
    private final Map<String, String> reglages = new TreeMap<>();

    /**
     * Starts them and writes the files anew: what they say is then of today.
     *
     * @param reglage what a former start of this process has left, by key; null where it left nothing
     * @param dossier of the files
     */
    OpcoDemo(long graine, Clock horloge, Function<String, String> reglage, Path dossier) {
        var entreprises = new EntreprisesDemo(graine);
        akto = demarre("akto", reglage, options -> new SimulateurAkto(options, entreprises, horloge));
        ep = demarre("ep", reglage, options -> new SimulateurOpcoEp(options, entreprises, horloge));
        competences = demarre(
                "france-competences", reglage, options -> new SimulateurFranceCompetences(options, entreprises));
        dock = demarre(
                "cfa-dock",
                reglage,
                options -> new SimulateurCfaDock(options.avecDebit(OptionsOpco.CFA_DOCK), entreprises));
        reglages.put(OPCO + "akto.jeton", akto.url() + SimulateurAkto.JETONS);
        reglages.put(OPCO + "akto.utilisateur", UTILISATEUR);
        reglages.put(OPCO + "ep.utilisateur", UTILISATEUR);
        reglages.put(OPCO + "akto.portee", SimulateurAkto.PORTEE);
        reglages.put(OPCO + "ep.jeton", ep.url() + SimulateurOpcoEp.JETONS);
        for (var debit : List.of("akto.debit", "ep.debit", "france-competences.debit")) {
            reglages.put(OPCO + debit, String.valueOf(DEBIT));
        }
        ecris(new ContactsDemo(entreprises), dossier);
    }

    /** What the connectors need to reach them. */
    Map<String, String> reglages() {
        return Map.copyOf(reglages);
    }

    @Override
    public void close() {
        List.of(akto, ep, competences, dock).forEach(SimulateurHttp::close);
    }

    private <S extends SimulateurHttp> S demarre(
            String nom, Function<String, String> reglage, Function<OptionsOpco, S> naissance) {
        var secret = reglage.apply(OPCO + nom + ".secret");
        var compte = secret == null ? Compte.auHasard(UTILISATEUR) : new Compte(UTILISATEUR, secret);
        var url = reglage.apply(OPCO + nom + ".url");
        var port = url == null ? 0 : Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
        S simulateur;
        try {
            simulateur = naissance.apply(new OptionsOpco(port, compte, DEBIT));
        } catch (UncheckedIOException portPris) {
            simulateur = naissance.apply(new OptionsOpco(0, compte, DEBIT));
        }
        reglages.put(OPCO + nom + ".url", simulateur.url());
        reglages.put(OPCO + nom + ".secret", compte.secret());
        return simulateur;
    }

    private void ecris(ContactsDemo contacts, Path dossier) {
        depose(dossier, "akto", "contacts.xlsx", contacts.akto());
        depose(dossier, "constructys", "contacts.csv", contacts.constructys());
        depose(dossier, "ocapiat", "contacts.csv", contacts.ocapiat());
        depose(dossier, "deca", "employeurs.csv", contacts.deca());
    }

    private void depose(Path dossier, String format, String nom, byte[] octets) {
        var ici = dossier.resolve(format);
        try {
            Files.createDirectories(ici);
            Files.write(ici.resolve(nom), octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reglages.put(OPCO + "fichiers." + format + ".dossier", ici.toString());
    }
}
