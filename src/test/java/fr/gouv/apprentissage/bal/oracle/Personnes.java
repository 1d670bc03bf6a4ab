package fr.gouv.apprentissage.bal.oracle;

import java.util.Collection;
import java.util.HashSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which records speak of one human being. DECA has no INE and is one source, so two rules remain: a contract of the same number, birth date
 * and folded first names; folded name, first names and birth date.
 *
 * <p>Choices made here: what a record is matched by are these two keys, not sexe nor département; they only exclude. What the record itself
 * said before counts as found (so a changed surname keeps its person) and does not contradict it. A person is excluded when one of its
 * records that the rule found contradicts. Once a rule has found somebody, no further rule is tried, even if all are excluded.
 */
final class Personnes {

    private int derniere;

    /** Gives the record its person; true when several were possible and a new one was made. */
    boolean rapproche(Fiche fiche, Collection<Fiche> connues) {
        var v = fiche.valeurs;
        var prenoms = Plis.plie(v.get(Champ.PRENOMS));
        var contratPrenoms = fiche.cle.numero() + "|" + fiche.cle.naissance() + "|" + prenoms;
        var identite = Plis.plie(v.get(Champ.NOM)) + "|" + prenoms + "|" + fiche.cle.naissance();
        if (contratPrenoms.equals(fiche.cleContratPrenoms) && identite.equals(fiche.cleIdentite)) {
            return false;
        }
        var parContrat = candidats(fiche, connues, f -> f.cleContratPrenoms, contratPrenoms);
        var trouvees = parContrat.trouvees ? parContrat : candidats(fiche, connues, f -> f.cleIdentite, identite);
        fiche.cleContratPrenoms = contratPrenoms;
        fiche.cleIdentite = identite;
        if (trouvees.restent.size() == 1) {
            fiche.personne = trouvees.restent.iterator().next();
            return false;
        }
        fiche.personne = ++derniere;
        return trouvees.restent.size() > 1;
    }

    private record Candidats(boolean trouvees, Collection<Integer> restent) {}

    private static Candidats candidats(
            Fiche fiche, Collection<Fiche> connues, Function<Fiche, String> cle, String cherchee) {
        var trouvees = connues.stream()
                .filter(f -> f.personne != 0 && cle.apply(f).equals(cherchee))
                .toList();
        var restent = new HashSet<Integer>();
        trouvees.forEach(f -> restent.add(f.personne));
        trouvees.stream().filter(f -> f != fiche && contredit(f, fiche)).forEach(f -> restent.remove(f.personne));
        return new Candidats(!trouvees.isEmpty(), restent);
    }

    private static boolean contredit(Fiche une, Fiche autre) {
        return Stream.of(Champ.SEXE, Champ.DEPARTEMENT_NAISSANCE).anyMatch(c -> {
            var a = une.valeurs.get(c);
            var b = autre.valeurs.get(c);
            return a != null && b != null && !a.equals(b);
        });
    }
}
