package fr.gouv.apprentissage.bal.journal.verification;

import fr.gouv.apprentissage.bal.journal.jalon.ClePublique;
import fr.gouv.apprentissage.bal.journal.verification.Constat.Genre;
import fr.gouv.apprentissage.bal.journal.verification.Temoignage.Close;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Holds an export against the witness and against receipts.
 *
 * @param cles that checkpoints may be signed by
 * @param depuis from when on entries were kept: what is older may be gone; empty: nothing is
 */
public record Verification(List<ClePublique> cles, Optional<Instant> depuis) {

    /** How long an entry may wait for its checkpoint before its absence is a fault. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * What was found.
     *
     * @param entrees read
     * @param chaines that they stand in
     * @param jalons of the witness
     * @param constats of each chain the first fault, and every one of the checkpoints and the receipts; empty: all holds
     */
    public record Rapport(long entrees, int chaines, long jalons, List<Constat> constats) {}

    /**
     * @param export lines of entries
     * @param temoin lines of checkpoints
     * @param recus lines of receipts, each an {@code extensions.journal}
     */
    public Rapport verifie(Stream<String> export, Stream<String> temoin, Stream<String> recus) {
        var temoignage = Temoignage.lis(temoin, cles);
        var constats = new ArrayList<>(temoignage.constats());
        var releves = export.parallel()
                .filter(ligne -> !ligne.isBlank())
                .map(Verification::releve)
                .toList();
        var parChaine = new LinkedHashMap<UUID, List<Releve>>();
        var fin = temoignage.fin().orElse(Instant.MIN);
        for (int i = 0; i < releves.size(); i++) {
            var releve = releves.get(i).orElse(null);
            if (releve == null) {
                constats.add(new Constat(Genre.LIGNE_ILLISIBLE, "ligne " + (i + 1) + " de l'export"));
                continue;
            }
            fin = releve.le().isAfter(fin) ? releve.le() : fin;
            if (releve.maillon().isPresent()) {
                parChaine
                        .computeIfAbsent(releve.chaine(), chaine -> new ArrayList<>())
                        .add(releve);
            } else if (!releve.integre()) {
                constats.add(new Constat(Genre.ENTREE_ALTEREE, "sans chaîne, " + releve.id()));
            }
        }
        var chaines = chaines(parChaine, temoignage);
        var limite = fin.equals(Instant.MIN) ? fin : fin.minus(TOLERANCE);
        chaines.forEach((chaine, relevee) ->
                relevee.verifie(perdu(temoignage, chaine), limite).ifPresent(constats::add));
        absentes(temoignage, chaines).forEach(constats::add);
        recus.filter(ligne -> !ligne.isBlank())
                .forEach(ligne -> recu(ligne, chaines, temoignage).ifPresent(constats::add));
        return new Rapport(releves.size(), chaines.size(), temoignage.jalons(), List.copyOf(constats));
    }

    private static Optional<Releve> releve(String ligne) {
        try {
            return Optional.of(Releve.lis(ligne));
        } catch (RuntimeException illisible) {
            return Optional.empty();
        }
    }

    private static Map<UUID, ChaineRelevee> chaines(Map<UUID, List<Releve>> parChaine, Temoignage temoignage) {
        var chaines = new LinkedHashMap<UUID, ChaineRelevee>();
        parChaine.forEach((chaine, entrees) -> chaines.put(
                chaine, new ChaineRelevee(chaine, entrees, temoignage.tetes().getOrDefault(chaine, List.of()))));
        return chaines;
    }

    private Stream<Constat> absentes(Temoignage temoignage, Map<UUID, ChaineRelevee> chaines) {
        return temoignage.tetes().entrySet().stream()
                .filter(close -> !chaines.containsKey(close.getKey()))
                .filter(close -> perdu(temoignage, close.getKey())
                        < close.getValue().get(close.getValue().size() - 1).rang())
                .map(close -> new Constat(Genre.CHAINE_MANQUANTE, "chaîne " + close.getKey()))
                .sorted(Comparator.comparing(Constat::ou));
    }

    /** The last rank that the first checkpoint after retention's bound closed: up to there entries may have been older. */
    private long perdu(Temoignage temoignage, UUID chaine) {
        var closes = temoignage.tetes().getOrDefault(chaine, List.of());
        if (depuis.isEmpty()) {
            return -1;
        }
        long perdu = -1;
        for (Close close : closes) {
            perdu = close.rang();
            if (!close.le().isBefore(depuis.get())) {
                return perdu;
            }
        }
        return perdu;
    }

    private Optional<Constat> recu(String ligne, Map<UUID, ChaineRelevee> chaines, Temoignage temoignage) {
        try {
            var json = new JsonObject(ligne);
            var id = UUID.fromString(json.getString("id"));
            var chaine = UUID.fromString(json.getString("chaine"));
            long rang = json.getLong("rang");
            var relevee = chaines.get(chaine);
            boolean ancien = rang <= perdu(temoignage, chaine) && (relevee == null || rang < relevee.premierRang());
            return ancien
                            || relevee != null
                                    && relevee.contient(id, rang, HexFormat.of().parseHex(json.getString("empreinte")))
                    ? Optional.empty()
                    : Optional.of(new Constat(Genre.RECU_SANS_ENTREE, "reçu " + id));
        } catch (RuntimeException illisible) {
            return Optional.of(new Constat(Genre.LIGNE_ILLISIBLE, "un reçu"));
        }
    }
}
