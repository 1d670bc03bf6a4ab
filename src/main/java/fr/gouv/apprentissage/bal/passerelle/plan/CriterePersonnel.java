package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Ine;
import fr.gouv.apprentissage.bal.identifiant.Telephone;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.util.List;
import java.util.Map;

/** The personal criteria: which index answers each, and how a caller's value becomes what the index folds. */
public enum CriterePersonnel {
    INE(GenreIndex.INE) {
        @Override
        public List<Sealed<?>> parties(Object valeur) {
            return List.of(Sealed.recu(Ine.lis((String) valeur).valeur()));
        }
    },
    COURRIEL(GenreIndex.COURRIEL) {
        @Override
        public List<Sealed<?>> parties(Object valeur) {
            return List.of(Sealed.recu(((Courriel) valeur).valeur()));
        }
    },
    TELEPHONE(GenreIndex.TELEPHONE) {
        @Override
        public List<Sealed<?>> parties(Object valeur) {
            return List.of(Sealed.recu(Telephone.lis((String) valeur).valeur()));
        }
    },
    IDENTITE(GenreIndex.IDENTITE) {
        @Override
        public List<Sealed<?>> parties(Object valeur) {
            var identite = (Map<?, ?>) valeur;
            return List.of(
                    Sealed.recu(identite.get("nom")),
                    Sealed.recu(List.of(identite.get("prenom"))),
                    Sealed.recu(identite.get("dateNaissance")));
        }
    };

    private final GenreIndex genre;

    CriterePersonnel(GenreIndex genre) {
        this.genre = genre;
    }

    /** The criterion of this name in PersonneFiltre. */
    public static CriterePersonnel de(String nom) {
        return valueOf(nom.toUpperCase(java.util.Locale.ROOT));
    }

    /** The index that answers it. */
    public GenreIndex genre() {
        return genre;
    }

    /**
     * What the index folds.
     *
     * @throws fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide when the value is not well formed
     */
    public abstract List<Sealed<?>> parties(Object valeur);
}
