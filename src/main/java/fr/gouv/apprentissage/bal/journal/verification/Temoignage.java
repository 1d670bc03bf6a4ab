package fr.gouv.apprentissage.bal.journal.verification;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.jalon.FormeDeJalon;
import fr.gouv.apprentissage.bal.journal.jalon.JalonEnJson;
import fr.gouv.apprentissage.bal.journal.jalon.JalonSigne;
import fr.gouv.apprentissage.bal.journal.verification.Constat.Genre;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the witness was told: the checkpoints that hold, and what is wrong with the others. */
final class Temoignage {

    /**
     * The head of a chain as a checkpoint closed it.
     *
     * @param jalon number of the checkpoint
     */
    record Close(long jalon, Instant le, long rang, byte[] empreinte) {}

    private final List<ClePublique> cles;
    private final List<Constat> constats = new ArrayList<>();
    private final Map<UUID, List<Close>> tetes = new HashMap<>();
    private byte[] precedent = new byte[32];
    private long attendu = 1;
    private JalonSigne dernier;

    private Temoignage(List<ClePublique> cles) {
        this.cles = cles;
    }

    static Temoignage lis(Stream<String> lignes, List<ClePublique> cles) {
        var temoignage = new Temoignage(cles);
        lignes.filter(ligne -> !ligne.isBlank()).forEachOrdered(temoignage::ajoute);
        return temoignage;
    }

    List<Constat> constats() {
        return constats;
    }

    long jalons() {
        return attendu - 1;
    }

    Map<UUID, List<Close>> tetes() {
        return tetes;
    }

    Optional<Instant> fin() {
        return Optional.ofNullable(dernier).map(signe -> signe.jalon().le());
    }

    private void ajoute(String ligne) {
        JalonSigne signe;
        try {
            signe = JalonEnJson.lis(ligne);
        } catch (RuntimeException illisible) {
            constate(Genre.LIGNE_ILLISIBLE, attendu);
            attendu++;
            return;
        }
        long numero = signe.jalon().numero();
        // handed over twice: the same bytes
        if (dernier != null
                && numero == dernier.jalon().numero()
                && Arrays.equals(signe.signature(), dernier.signature())
                && Arrays.equals(signe.empreinte(), dernier.empreinte())) {
            return;
        }
        verifie(signe, numero);
        dernier = signe;
        precedent = signe.empreinte();
        attendu = Math.max(attendu, numero + 1);
    }

    private void verifie(JalonSigne signe, long numero) {
        var octets = FormeDeJalon.octets(signe.jalon(), signe.cle());
        if (numero > attendu) {
            constate(Genre.JALON_MANQUANT, attendu);
        } else if (numero < attendu) {
            constate(Genre.JALON_CONTREFAIT, numero);
        } else if (!Arrays.equals(precedent, signe.jalon().precedent())) {
            constate(Genre.JALON_ALTERE, Math.max(1, numero - 1));
        }
        if (!Arrays.equals(FormeDeJalon.empreinte(octets), signe.empreinte())) {
            constate(Genre.JALON_ALTERE, numero);
        } else if (cles.stream().noneMatch(cle -> cle.signe(signe))) {
            constate(Genre.JALON_CONTREFAIT, numero);
        } else {
            signe.jalon().tetes().forEach(tete -> tetes.computeIfAbsent(tete.chaine(), chaine -> new ArrayList<>())
                    .add(new Close(numero, signe.jalon().le(), tete.rang(), tete.empreinte())));
        }
    }

    private void constate(Genre genre, long numero) {
        constats.add(new Constat(genre, "jalon " + numero));
    }
}
