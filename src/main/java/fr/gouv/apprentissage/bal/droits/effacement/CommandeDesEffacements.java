package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code verifie-effacements}, run from the package without starting the server: whether a list of erasures is what was signed, and whether a proof
 * stands in it.
 */
public final class CommandeDesEffacements {

    private static final String VERIFIE = "verifie-effacements";
    private static final String USAGE = VERIFIE + " <liste> <clé publique>[,<autre clé>…] [<signature d'une preuve>]";
    private static final int FAUTE = 1;
    private static final int MAL_DEMANDE = 2;

    private final PrintStream sortie;
    private final PrintStream erreurs;

    CommandeDesEffacements(PrintStream sortie, PrintStream erreurs) {
        this.sortie = sortie;
        this.erreurs = erreurs;
    }

    /** Whether these arguments ask for it. */
    public static boolean demandee(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(VERIFIE);
    }

    /** Runs it; the status to exit with: 0 all holds, 1 a fault was found, 2 it could not be done. */
    public static int lance(String... arguments) {
        return new CommandeDesEffacements(System.out, System.err).execute(Arrays.asList(arguments));
    }

    int execute(List<String> arguments) {
        if (arguments.size() != 3 && arguments.size() != 4 || !Files.isReadable(Path.of(arguments.get(1)))) {
            erreurs.println(USAGE);
            return MAL_DEMANDE;
        }
        try {
            var cles = new ArrayList<ClePublique>();
            for (var fichier : arguments.get(2).split(",")) {
                cles.addAll(ClePublique.lisToutes(Path.of(fichier)));
            }
            var contenu = new ListeDesEffacements(Path.of(arguments.get(1))).lis();
            return verifie(contenu, new ControleDEffacement(cles), arguments.subList(3, arguments.size()));
        } catch (IllegalStateException illisible) {
            erreurs.println(illisible.getMessage());
            return FAUTE;
        } catch (IOException | GeneralSecurityException | RuntimeException echec) {
            erreurs.println("Impossible : " + echec.getClass().getSimpleName());
            return MAL_DEMANDE;
        }
    }

    private int verifie(ListeDesEffacements.Contenu contenu, ControleDEffacement controle, List<String> preuves) {
        var jour = LocalDate.now(Clock.system(EffacementDePersonne.PARIS));
        var fautes = 0;
        var trouvees = 0;
        for (var signe : contenu.entrees()) {
            var effacement = signe.effacement();
            var faute = controle.faute(signe, jour);
            sortie.println(effacement.id() + " " + effacement.le() + ", enregistrements : "
                    + effacement.effaces().size() + ", " + faute.orElse("conforme"));
            fautes += faute.isPresent() ? 1 : 0;
            trouvees += preuves.contains(HexFormat.of().formatHex(signe.signature())) ? 1 : 0;
        }
        if (contenu.inachevee()) {
            sortie.println("La dernière ligne est inachevée : cet effacement-là n'a pas eu lieu.");
        }
        if (trouvees < preuves.size()) {
            sortie.println("Cette preuve n'est pas dans la liste.");
            fautes++;
        }
        sortie.println(contenu.entrees().size() + " effacements : " + (fautes == 0 ? "conforme" : "NON CONFORME"));
        return fautes == 0 ? 0 : FAUTE;
    }
}
