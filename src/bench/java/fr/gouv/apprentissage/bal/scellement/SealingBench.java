package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Classe;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What sealing costs beside bare AES-256-GCM under one unchanged key with an engine that is reused: rows of five values of 31 bytes in two
 * classes, unwrapping and derivation included; beside them the floor, the same cryptography with nothing around it. One thread, its CPU
 * time; the variants take turns, the median round counts.
 */
class SealingBench {

    private static final ThreadMXBean FIL = ManagementFactory.getThreadMXBean();
    private static final int LIGNES = 500;
    private static final int TOURS = 601;
    private static final List<ChampScelle<String>> CHAMPS = List.of(
            champ(1, Classe.IDENTITE),
            champ(2, Classe.IDENTITE),
            champ(3, Classe.IDENTITE),
            champ(7, Classe.CONTACT),
            champ(8, Classe.CONTACT));
    private static final String VALEUR = "une valeur de trente et un octe";
    private static final Autorisation TOUT =
            Autorisation.deDecision(IntStream.range(1, 10).boxed().toList(), "banc");

    private record Ligne(long id, byte[] enveloppe, List<byte[]> valeurs) {}

    private interface Mesure {
        void tour() throws GeneralSecurityException;
    }

    private static int puits;

    @Test
    void scellement() throws GeneralSecurityException {
        var trousseau = ScellementDeTest.ouvert().trousseau;
        var scellement = new Scelleur(trousseau);
        var index = new IndexHmac(trousseau);
        var lignes = lignes(scellement);
        var nu = new Nu(VALEUR);
        var nues =
                lignes.stream().map(ligne -> nu.scelle(ligne.valeurs().size())).toList();

        Mesure ouvreNu = () -> nues.forEach(valeurs -> valeurs.forEach(valeur -> puits += nu.ouvre(valeur)));
        Mesure ouvre = () -> lignes.forEach(ligne -> ouvre(scellement, ligne));
        Mesure scelleNu = () -> lignes.forEach(
                ligne -> puits += nu.scelle(ligne.valeurs().size()).size());
        var plancher = new Plancher(LIGNES, VALEUR);
        Mesure ouvrePlancher = () -> puits += plancher.ouvre();
        Mesure scellePlancher = () -> puits += plancher.scelle();
        Mesure scelle = () -> lignes.forEach(ligne -> scelle(scellement, ligne));
        Mesure derive = () -> lignes.forEach(ligne -> ouvreUne(scellement, ligne));
        Mesure cherche = () ->
                lignes.forEach(ligne -> puits += index.empreinte(GenreIndex.INE, List.of(Sealed.recu(VALEUR)))[0]);

        var temps = mesure(List.of(ouvreNu, ouvre, scelleNu, scelle, derive, cherche, ouvrePlancher, scellePlancher));
        int valeurs = LIGNES * CHAMPS.size();
        System.out.printf("Java %s, lignes de %d valeurs en 2 classes%n", Runtime.version(), CHAMPS.size());
        affiche("ouvrir, AES-GCM nu, clé inchangée", mediane(temps[0]) / valeurs, 0);
        affiche("ouvrir, secret et dérivation compris", mediane(temps[1]) / valeurs, rapport(temps[0], temps[1]));
        affiche("   dont les appels du JDK, seuls", mediane(temps[6]) / valeurs, rapport(temps[0], temps[6]));
        affiche("sceller, AES-GCM nu, clé inchangée", mediane(temps[2]) / valeurs, 0);
        affiche("sceller, dérivation et empreinte comprises", mediane(temps[3]) / valeurs, rapport(temps[2], temps[3]));
        affiche("   dont les appels du JDK, seuls", mediane(temps[7]) / valeurs, rapport(temps[2], temps[7]));
        affiche("une valeur seule : secret, dérivation, ouverture", mediane(temps[4]) / LIGNES, 0);
        affiche("un index aveugle", mediane(temps[5]) / LIGNES, 0);
        if (puits == 42) {
            System.out.println();
        }
    }

    private static void affiche(String quoi, double nanosecondes, double rapport) {
        System.out.printf("%-52s %8.0f ns%s%n", quoi, nanosecondes, rapport == 0 ? "" : "   × %.2f".formatted(rapport));
    }

    private static double[][] mesure(List<Mesure> mesures) throws GeneralSecurityException {
        var temps = new double[mesures.size()][TOURS];
        for (int tour = 0; tour < TOURS; tour++) {
            for (int i = 0; i < mesures.size(); i++) {
                var debut = FIL.getCurrentThreadCpuTime();
                mesures.get(i).tour();
                temps[i][tour] = FIL.getCurrentThreadCpuTime() - debut;
            }
        }
        // The first half warms up.
        return Arrays.stream(temps)
                .map(tours -> Arrays.copyOfRange(tours, TOURS / 2, TOURS))
                .toArray(double[][]::new);
    }

    // Round by round, since the machine is quicker at one moment than at another.
    private static double rapport(double[] nus, double[] notres) {
        return mediane(IntStream.range(0, nus.length)
                .mapToDouble(tour -> nus[tour] / notres[tour])
                .toArray());
    }

    private static double mediane(double[] mesures) {
        var triees = mesures.clone();
        Arrays.sort(triees);
        return triees[triees.length / 2];
    }

    private static void ouvre(Scellement scellement, Ligne ligne) {
        var cle = scellement.cle(ligne.id(), 1, ligne.enveloppe());
        for (int i = 0; i < CHAMPS.size(); i++) {
            puits += scellement
                    .ouvre(TOUT, cle, CHAMPS.get(i), ligne.valeurs().get(i))
                    .length();
        }
    }

    private static void ouvreUne(Scellement scellement, Ligne ligne) {
        var cle = scellement.cle(ligne.id(), 1, ligne.enveloppe());
        puits += scellement
                .ouvre(TOUT, cle, CHAMPS.get(0), ligne.valeurs().get(0))
                .length();
    }

    private static void scelle(Scellement scellement, Ligne ligne) {
        var cle = scellement.cle(ligne.id(), 1, ligne.enveloppe());
        for (var champ : CHAMPS) {
            puits += scellement.scelle(cle, champ, Sealed.recu(VALEUR)).length;
        }
    }

    private static List<Ligne> lignes(Scellement scellement) {
        var lignes = new ArrayList<Ligne>();
        for (long id = 1; id <= LIGNES; id++) {
            var cle = scellement.nouvelle(id);
            var valeurs = CHAMPS.stream()
                    .map(champ -> scellement.scelle(cle, champ, Sealed.recu(VALEUR)))
                    .toList();
            lignes.add(new Ligne(id, cle.enveloppe(), valeurs));
        }
        return lignes;
    }

    @SuppressWarnings("unchecked")
    private static ChampScelle<String> champ(int numero, Classe classe) {
        return new ChampScelle<>(numero, classe, (Canonique<String>) Canoniques.de(String.class));
    }
}
