package fr.gouv.apprentissage.bal.droits;

/**
 * A count as it may be told: nothing below 11, then rounded up to two digits that count, and never finer than ten, so that two perimeters that differ by a row
 * seldom differ in what is told of them.
 */
final class NombreArrondi {

    private static final long MINIMUM = 11;
    private static final long PAS_MINIMAL = 10;

    private NombreArrondi() {}

    /** The count rounded; null below 11. */
    static Integer de(long nombre) {
        if (nombre < MINIMUM) {
            return null;
        }
        long pas = PAS_MINIMAL;
        while (nombre > pas * 100) {
            pas *= 10;
        }
        return (int) Math.min(Integer.MAX_VALUE, (nombre + pas - 1) / pas * pas);
    }
}
