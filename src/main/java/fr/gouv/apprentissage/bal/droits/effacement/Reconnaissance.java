package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.suppression.IdentiteLisible;
import fr.gouv.apprentissage.bal.personne.suppression.Marqueur;
import fr.gouv.apprentissage.bal.scellement.Autorisation;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.Marque;
import fr.gouv.apprentissage.bal.scellement.MarquesDeSuppression;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import fr.gouv.apprentissage.bal.scellement.Traitement;
import fr.gouv.apprentissage.bal.scellement.ValeurAlteree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the marks of a person from what their records hold: opened inside of {@code scellement}, folded, hashed, and read by nobody. */
final class Reconnaissance {

    /**
     * What a person will be recognised by.
     *
     * @param marques of every version of the key
     * @param illisibles how many values are so damaged that they made no mark
     */
    record Resultat(List<Marque> marques, int illisibles) {}

    private static final Map<String, ChampScelle<?>> CHAMPS = EnregistrementLu.COLONNES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    Colonne::nom, colonne -> ChampsScelles.de(colonne.champ().orElseThrow())));
    private static final Autorisation AUTORISATION = Autorisation.deTraitement(
            Traitement.EFFACEMENT,
            CHAMPS.values().stream().map(ChampScelle::numero).toList());

    /** Coordinates that are opened, sorted. */
    static final List<String> COORDONNEES = EnregistrementLu.COLONNES.stream()
            .map(colonne ->
                    colonne.champ().map(ChampDeclare::coordonnee).orElseThrow().toString())
            .sorted()
            .toList();

    private final Scellement scellement;
    private final Marqueur marqueur;

    Reconnaissance(Scellement scellement, MarquesDeSuppression suppressions) {
        this.scellement = scellement;
        this.marqueur = new Marqueur(suppressions);
    }

    /** @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when a key is not in memory */
    Resultat de(List<EnregistrementLu> enregistrements) {
        var lectures = enregistrements.stream().map(Lecture::new).toList();
        var identites = lectures.stream().map(Lecture::identite).toList();
        var sexe = premier(identites.stream().map(IdentiteLisible::sexe).toList());
        var departement = premier(
                identites.stream().map(IdentiteLisible::departementNaissance).toList());
        var marques = new ArrayList<Marque>();
        for (var identite : identites) {
            for (var marque : marqueur.toutes(identite.completee(sexe, departement))) {
                if (marques.stream().noneMatch(connue -> connue.cle().equals(marque.cle()))) {
                    marques.add(marque);
                }
            }
        }
        return new Resultat(
                List.copyOf(marques),
                lectures.stream().mapToInt(lecture -> lecture.illisibles).sum());
    }

    private static <T> T premier(List<T> valeurs) {
        return valeurs.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** One record while it is read. */
    private final class Lecture {

        private final EnregistrementLu lu;
        private Optional<CleEnregistrement> cle = Optional.empty();
        private int illisibles;

        Lecture(EnregistrementLu lu) {
            this.lu = lu;
        }

        IdentiteLisible identite() {
            cle = cle();
            Sealed<java.time.LocalDate> naissance = valeur("date_naissance");
            Sealed<String> numero = valeur("numero");
            return new IdentiteLisible(
                    valeur("nom"),
                    valeur("prenoms"),
                    naissance,
                    valeur("ine"),
                    numero,
                    parties(numero, naissance),
                    elements("courriels"),
                    elements("telephones"),
                    valeur("sexe"),
                    valeur("departement_naissance"));
        }

        private Optional<CleEnregistrement> cle() {
            try {
                return lu.enveloppe()
                        .map(enveloppe -> scellement.cle(lu.id(), lu.epoque().orElseThrow(), enveloppe));
            } catch (ValeurAlteree abime) {
                return Optional.empty();
            }
        }

        private List<Sealed<?>> parties(Sealed<String> numero, Sealed<java.time.LocalDate> naissance) {
            return numero == null || naissance == null || lu.type().isEmpty()
                    ? List.of()
                    : Arrays.asList(
                            numero,
                            Sealed.recu(lu.type().get()),
                            lu.avenant().map(Sealed::recu).orElse(null),
                            naissance);
        }

        private List<Sealed<Object>> elements(String colonne) {
            Sealed<List<Object>> liste = valeur(colonne);
            return liste == null ? List.of() : Sealed.elements(liste);
        }

        @SuppressWarnings("unchecked")
        private <T> Sealed<T> valeur(String colonne) {
            var stocke = lu.scelles().get(colonne);
            if (stocke == null) {
                return null;
            }
            if (cle.isPresent()) {
                try {
                    return scellement.relis(AUTORISATION, cle.get(), (ChampScelle<T>) CHAMPS.get(colonne), stocke);
                } catch (ValeurAlteree abimee) {
                    illisibles++;
                    return null;
                }
            }
            illisibles++;
            return null;
        }
    }
}
