package fr.gouv.apprentissage.bal.scellement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The canonical forms, found by the type of the declaration. A form never changes: stored values and their digests are made of it. A type
 * that needs another form needs another field number.
 *
 * <ul>
 *   <li>{@code String}: UTF-8, as it came (no normalisation: what was filed is kept);
 *   <li>{@code LocalDate}: ISO 8601; {@code Integer}: 4 bytes, big-endian; {@code Boolean}: 0 or 1; an enum: its name;
 *   <li>a list: its elements as {@link Parties}; a record of one component (a value type of {@code identifiant}): that component;
 *   <li>any other record: its components in their order as {@link Parties}, null ones absent.
 * </ul>
 */
public final class Canoniques {

    private static final Canonique<String> TEXTE = forme(Canoniques::octets, Canoniques::texte);
    private static final Canonique<LocalDate> DATE =
            forme(jour -> octets(jour.toString()), octets -> LocalDate.parse(texte(octets)));
    private static final Canonique<Integer> ENTIER = forme(
            entier -> ByteBuffer.allocate(Integer.BYTES).putInt(entier).array(),
            octets -> ByteBuffer.wrap(exige(octets, Integer.BYTES)).getInt());
    private static final Canonique<Boolean> BOOLEEN =
            forme(vrai -> new byte[] {(byte) (vrai ? 1 : 0)}, Canoniques::booleen);

    private Canoniques() {}

    /**
     * The form of a declared type.
     *
     * @throws IllegalArgumentException when the type has none
     */
    public static Canonique<?> de(Type type) {
        if (type instanceof ParameterizedType liste && liste.getRawType() == List.class) {
            return new FormeListe<>(de(liste.getActualTypeArguments()[0]));
        }
        if (type == String.class) {
            return TEXTE;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type == Integer.class) {
            return ENTIER;
        }
        if (type == Boolean.class) {
            return BOOLEEN;
        }
        if (type instanceof Class<?> classe && classe.isEnum()) {
            return enumeration(classe);
        }
        if (type instanceof Class<?> classe && classe.isRecord()) {
            return FormeRecord.de(classe);
        }
        throw new IllegalArgumentException("le type " + type.getTypeName() + " n'a pas de forme canonique");
    }

    private static Canonique<?> enumeration(Class<?> type) {
        return forme(valeur -> octets(((Enum<?>) valeur).name()), octets -> {
            var nom = texte(octets);
            for (var constante : type.getEnumConstants()) {
                if (((Enum<?>) constante).name().equals(nom)) {
                    return constante;
                }
            }
            throw new IllegalArgumentException("constante inconnue");
        });
    }

    private static byte[] octets(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }

    private static String texte(byte[] octets) {
        var texte = new String(octets, StandardCharsets.UTF_8);
        // The replacement character may be what was sealed, or stand for bytes that are no text: only then a second
        // look is due.
        if (texte.indexOf('\uFFFD') >= 0 && !Arrays.equals(octets, octets(texte))) {
            throw new IllegalArgumentException("ce n'est pas de l'UTF-8");
        }
        return texte;
    }

    private static boolean booleen(byte[] octets) {
        return switch (exige(octets, 1)[0]) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IllegalArgumentException("ni vrai ni faux");
        };
    }

    private static byte[] exige(byte[] octets, int longueur) {
        if (octets.length != longueur) {
            throw new IllegalArgumentException("longueur inattendue");
        }
        return octets;
    }

    private static <T> Canonique<T> forme(Function<T, byte[]> ecris, Function<byte[], T> lis) {
        return new Canonique<>() {
            @Override
            public byte[] octets(T valeur) {
                return ecris.apply(valeur);
            }

            @Override
            public T lis(byte[] octets) {
                try {
                    return lis.apply(octets);
                } catch (RuntimeException e) {
                    // Without its cause, whose message may show the value.
                    throw new ValeurAlteree("la valeur ouverte n'a pas la forme de son type");
                }
            }
        };
    }
}
