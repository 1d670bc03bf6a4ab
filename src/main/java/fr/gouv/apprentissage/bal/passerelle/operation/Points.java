package fr.gouv.apprentissage.bal.passerelle.operation;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A number that a document sets, but for what its variables hold: made once per document, counted once per request. */
interface Points {
    /** Nothing. */
    Points AUCUN = new Fixe(0);

    /** Beyond this, larger is the same: products must not overflow. */
    long PLAFOND = 1_000_000_000_000L;

    /** How much, 0 to {@link #PLAFOND}. */
    default long pour(JsonObject variables) {
        return pour(new Comptage(variables, new IdentityHashMap<>()));
    }

    /** How much, within one counting. */
    long pour(Comptage comptage);

    /**
     * One counting.
     *
     * @param variables as they came
     * @param faits what was counted already: fragments that use fragments must not be counted each time
     */
    record Comptage(JsonObject variables, Map<Points, Long> faits) {}

    /**
     * Set by the document alone.
     *
     * @param nombre how much
     */
    record Fixe(long nombre) implements Points {
        @Override
        public long pour(Comptage comptage) {
            return nombre;
        }
    }

    /**
     * A sum.
     *
     * @param parties of what
     */
    record Somme(List<Points> parties) implements Points {
        @Override
        public long pour(Comptage comptage) {
            var fait = comptage.faits().get(this);
            if (fait != null) {
                return fait;
            }
            long total = 0;
            for (var partie : parties) {
                total = Math.min(PLAFOND, total + partie.pour(comptage));
            }
            comptage.faits().put(this, total);
            return total;
        }
    }

    /**
     * A page: so many times what a row costs.
     *
     * @param variable that holds the number of rows
     * @param absente rows where it is absent
     * @param nulle rows where it is null
     * @param ligne what a row costs
     */
    record Page(String variable, long absente, long nulle, Points ligne) implements Points {
        @Override
        public long pour(Comptage comptage) {
            return Points.fois(lignes(comptage.variables().get(variable)), ligne.pour(comptage));
        }

        /** A number that is written in another way (2e2) may still be taken for one: it counts as the largest. */
        private long lignes(JsonValue valeur) {
            if (valeur == null) {
                return absente;
            }
            if (valeur.getValueType() == JsonValue.ValueType.NULL) {
                return nulle;
            }
            return valeur instanceof JsonNumber nombre && nombre.isIntegral()
                    ? Taux.lignes(nombre.bigIntegerValue())
                    : Taux.PAGE_MAXIMUM;
        }
    }

    /**
     * So many times.
     *
     * @param nombre how often
     * @param unite what
     */
    record Produit(long nombre, Points unite) implements Points {
        @Override
        public long pour(Comptage comptage) {
            return Points.fois(nombre, unite.pour(comptage));
        }
    }

    /** The sum; what the document alone sets is added up now. */
    static Points somme(List<Points> parties) {
        if (parties.stream().allMatch(Fixe.class::isInstance)) {
            return new Fixe(parties.stream()
                    .mapToLong(partie -> ((Fixe) partie).nombre())
                    .reduce(0, Points::plus));
        }
        return new Somme(List.copyOf(parties));
    }

    /** So many times. */
    static Points produit(long fois, Points points) {
        return points instanceof Fixe fixe ? new Fixe(fois(fois, fixe.nombre())) : new Produit(fois, points);
    }

    private static long plus(long a, long b) {
        return Math.min(PLAFOND, a + b);
    }

    /** The product of two numbers, neither negative. */
    static long fois(long a, long b) {
        return a != 0 && b > PLAFOND / a ? PLAFOND : Math.min(PLAFOND, a * b);
    }
}
