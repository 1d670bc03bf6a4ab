package fr.gouv.apprentissage.bal.scellement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** One place in a blind index, and how what stands there is folded. Changing a rule needs a new generation ({@link Regles}). */
enum Partie {
    NOM {
        @Override
        String plie(Object valeur, Regles regles) {
            return regles.nom().apply(texte(valeur));
        }
    },
    PRENOMS {
        @Override
        String plie(Object valeur, Regles regles) {
            return regles.prenoms().apply(textes(valeur));
        }
    },
    PREMIER_PRENOM {
        @Override
        String plie(Object valeur, Regles regles) {
            return regles.premierPrenom().apply(textes(valeur));
        }
    },
    DATE {
        @Override
        String plie(Object valeur, Regles regles) {
            return ((LocalDate) valeur).toString();
        }
    },
    INE {
        @Override
        String plie(Object valeur, Regles regles) {
            return texte(valeur).trim().toUpperCase(Locale.ROOT);
        }
    },
    COURRIEL {
        @Override
        String plie(Object valeur, Regles regles) {
            return texte(valeur).trim().toLowerCase(Locale.ROOT);
        }
    },
    TEL_QUEL {
        @Override
        String plie(Object valeur, Regles regles) {
            return texte(valeur);
        }
    };

    private static final List<Partie> IDENTITE = List.of(NOM, PRENOMS, DATE);

    private static final ClassValue<Canonique<?>> FORMES = new ClassValue<>() {
        @Override
        protected Canonique<?> computeValue(Class<?> type) {
            return Canoniques.de(type);
        }
    };

    abstract String plie(Object valeur, Regles regles);

    /** What an index of that kind is made of. */
    static List<Partie> de(GenreIndex genre) {
        return switch (genre) {
            case INE -> List.of(INE);
            case COURRIEL -> List.of(COURRIEL);
            case TELEPHONE, LIGNE -> List.of(TEL_QUEL);
            case IDENTITE -> IDENTITE;
            case IDENTITE_PREMIER_PRENOM -> List.of(NOM, PREMIER_PRENOM, DATE);
            case INE_NAISSANCE -> List.of(INE, DATE);
            case CONTRAT_PRENOMS -> List.of(TEL_QUEL, DATE, PRENOMS);
            case CLE_CONTRAT -> List.of(TEL_QUEL, TEL_QUEL, TEL_QUEL, DATE);
        };
    }

    /** Whether a contract can be without what stands there: type and number of the avenant. Any other absence would make strangers equal. */
    static boolean facultative(GenreIndex genre, int place) {
        return genre == GenreIndex.CLE_CONTRAT && (place == 1 || place == 2);
    }

    /**
     * The folded parts as one unambiguous byte string.
     *
     * @throws IllegalArgumentException when they are not those of the kind
     */
    static byte[] plie(GenreIndex genre, List<Sealed<?>> parties, Regles regles) {
        return plie(genre, de(genre), place -> facultative(genre, place), parties, regles);
    }

    /** The same for a kind that names its places itself. */
    static byte[] plie(
            Enum<?> genre, List<Partie> places, IntPredicate facultative, List<Sealed<?>> parties, Regles regles) {
        if (parties.size() != places.size()) {
            throw new IllegalArgumentException("l'index " + genre + " est fait de " + places.size() + " parties");
        }
        var pliees = new ArrayList<byte[]>();
        for (int i = 0; i < places.size(); i++) {
            var partie = parties.get(i);
            if (partie == null && !facultative.test(i)) {
                throw new IllegalArgumentException("il manque à l'index " + genre + " sa partie " + (i + 1));
            }
            pliees.add(partie == null ? null : octets(places.get(i).plie(Recu.valeur(partie), regles)));
        }
        return Parties.assemble(pliees);
    }

    /** Any simple value as text: a value type of {@code identifiant} is its one component, an enum its name, a date ISO. */
    static String texte(Object valeur) {
        if (valeur instanceof Record type) {
            return new String(forme(type).octets(type), StandardCharsets.UTF_8);
        }
        return valeur instanceof Enum<?> constante ? constante.name() : valeur.toString();
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> textes(Object valeur) {
        return valeur instanceof List<?> liste
                ? liste.stream().map(Partie::texte).toList()
                : List.of(texte(valeur));
    }

    @SuppressWarnings("unchecked")
    private static Canonique<Record> forme(Record type) {
        return (Canonique<Record>) FORMES.get(type.getClass());
    }
}
