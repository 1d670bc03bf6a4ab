package fr.gouv.apprentissage.bal.personne;

import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Finds the person of records, one after the other, by the rules of DESIGN.md ("What comes in"). A record that was just matched counts for
 * the next ones. Pure: candidates are given, nothing is read or written here.
 *
 * <p>A record whose identity changed is a candidate for itself by what did not change (a changed surname is the same person), but never
 * contradicts itself.
 */
public final class Appariement {

    /** The rules, in the order in which they are tried. */
    public static final List<GenreIndex> REGLES = List.of(
            GenreIndex.INE_NAISSANCE,
            GenreIndex.CONTRAT_PRENOMS,
            GenreIndex.IDENTITE,
            GenreIndex.IDENTITE_PREMIER_PRENOM);

    /**
     * The person that was found.
     *
     * @param personne its id
     * @param ambigu whether several were left, so that a new one was made
     */
    public record Resultat(long personne, boolean ambigu) {}

    private final Map<Trace.Cle, List<Temoin>> temoins;
    private final Map<Long, List<Trace.Cle>> clesConnues = new HashMap<>();
    private final Map<Long, Long> personnes;
    private final Map<Long, Integer> tailles;
    private final LongSupplier nouvelle;
    private final Map<Long, Long> remplacees = new LinkedHashMap<>();

    /**
     * @param candidats every record that states an identity of those that will be matched, their own former ones included
     * @param personnes person of each candidate, by record
     * @param tailles how many records a person has, for the persons that records may leave
     * @param nouvelle gives ids of new persons
     */
    public Appariement(
            List<Temoin> candidats, Map<Long, Long> personnes, Map<Long, Integer> tailles, LongSupplier nouvelle) {
        this.temoins = new HashMap<>();
        candidats.forEach(this::connais);
        this.personnes = new HashMap<>(personnes);
        this.tailles = new HashMap<>(tailles);
        this.nouvelle = nouvelle;
    }

    /** The person of a record, which from now on is a candidate as these traces state it. */
    public Resultat apparie(long enregistrement, String source, List<Trace> traces) {
        var resultat = cherche(enregistrement, source, traces);
        place(enregistrement, resultat.personne());
        oublie(enregistrement);
        traces.forEach(trace -> connais(new Temoin(enregistrement, source, trace)));
        return resultat;
    }

    /** The persons that lost their last record, with the one that answers for each. */
    public Map<Long, Long> remplacees() {
        var survivantes = new LinkedHashMap<Long, Long>();
        remplacees.forEach((ancienne, suivante) -> survivantes.put(ancienne, survivante(suivante)));
        return survivantes;
    }

    private Resultat cherche(long enregistrement, String source, List<Trace> traces) {
        for (var regle : REGLES) {
            var trouves = trouves(regle, enregistrement, source, traces);
            if (!trouves.isEmpty()) {
                return choisis(enregistrement, trouves);
            }
        }
        return new Resultat(propre(enregistrement), false);
    }

    /** Candidate persons of a rule, each with whether one of its records contradicts. */
    private Map<Long, Boolean> trouves(GenreIndex regle, long enregistrement, String source, List<Trace> traces) {
        var trouves = new LinkedHashMap<Long, Boolean>();
        for (var trace : traces) {
            if (trace.genre() != regle) {
                continue;
            }
            for (var temoin : temoins.getOrDefault(trace.cle(), List.of())) {
                if (!vaut(regle, source, trace).test(temoin)) {
                    continue;
                }
                var soi = temoin.enregistrement() == enregistrement;
                var contredit = !soi && trace.contredit(temoin.trace());
                trouves.merge(personnes.get(temoin.enregistrement()), contredit, Boolean::logicalOr);
            }
        }
        return trouves;
    }

    private static Predicate<Temoin> vaut(GenreIndex regle, String source, Trace trace) {
        if (regle != GenreIndex.IDENTITE_PREMIER_PRENOM) {
            return temoin -> true;
        }
        return temoin -> !temoin.source().equals(source)
                && (trace.prenomUnique() || temoin.trace().prenomUnique());
    }

    private Resultat choisis(long enregistrement, Map<Long, Boolean> trouves) {
        Set<Long> restants = new LinkedHashSet<>(trouves.keySet());
        restants.removeIf(trouves::get);
        return restants.size() == 1
                ? new Resultat(restants.iterator().next(), false)
                : new Resultat(propre(enregistrement), restants.size() > 1);
    }

    /** A person of its own: the one that it has, when it is alone there, else a new one. */
    private long propre(long enregistrement) {
        var actuelle = personnes.get(enregistrement);
        return actuelle != null && tailles.getOrDefault(actuelle, 0) == 1 ? actuelle : nouvelle.getAsLong();
    }

    private void place(long enregistrement, long personne) {
        var ancienne = personnes.put(enregistrement, personne);
        if (ancienne != null && ancienne == personne) {
            return;
        }
        tailles.merge(personne, 1, Integer::sum);
        if (ancienne != null && tailles.merge(ancienne, -1, Integer::sum) == 0) {
            remplacees.put(ancienne, personne);
        }
    }

    private Long survivante(Long personne) {
        var survivante = personne;
        while (remplacees.containsKey(survivante)) {
            survivante = remplacees.get(survivante);
        }
        return survivante;
    }

    private void connais(Temoin temoin) {
        var cle = temoin.trace().cle();
        temoins.computeIfAbsent(cle, inconnue -> new ArrayList<>()).add(temoin);
        clesConnues
                .computeIfAbsent(temoin.enregistrement(), inconnu -> new ArrayList<>())
                .add(cle);
    }

    private void oublie(long enregistrement) {
        var cles = clesConnues.remove(enregistrement);
        if (cles != null) {
            cles.forEach(cle -> temoins.get(cle).removeIf(temoin -> temoin.enregistrement() == enregistrement));
        }
    }
}
