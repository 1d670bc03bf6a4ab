package fr.gouv.apprentissage.bal.passerelle.oracle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One record as it is, nothing sealed: a contract and what it states of its alternant.
 *
 * @param personne cluster that it belongs to; null: it states nothing of anybody
 * @param valeurs by coordinate ({@code Personne.nom}); an absent one is not known
 * @param codes organismes, certification and territory by column name
 */
record Fiche(
        long id,
        UUID jeton,
        Long personne,
        String source,
        OffsetDateTime etatDu,
        OffsetDateTime modifieLe,
        OffsetDateTime premiereVue,
        OffsetDateTime derniereVue,
        LocalDate expireLe,
        Map<String, Object> valeurs,
        Map<String, String> codes,
        List<Trace> traces) {

    /** A change, in the order in which they were written; values of personal fields are typed, the others are texts. */
    record Trace(String champ, OffsetDateTime le, Object avant, Object apres) {}

    Optional<Object> valeur(String coordonnee) {
        return Optional.ofNullable(valeurs.get(coordonnee));
    }

    String code(String colonne) {
        return codes.get(colonne);
    }
}
