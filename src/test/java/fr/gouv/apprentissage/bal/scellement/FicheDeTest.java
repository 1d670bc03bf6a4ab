package fr.gouv.apprentissage.bal.scellement;

import fr.gouv.apprentissage.bal.declaration.Champ;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Personnel;
import java.time.LocalDate;
import java.util.List;

/** A record with a field of each type that sealing knows. */
record FicheDeTest(
        @Champ(numero = 1, colonne = "a") @Personnel(classe = Classe.IDENTITE) Sealed<String> texte,
        @Champ(numero = 2, colonne = "b") @Personnel(classe = Classe.IDENTITE) Sealed<List<String>> textes,
        @Champ(numero = 3, colonne = "c") @Personnel(classe = Classe.IDENTITE) Sealed<LocalDate> date,
        @Champ(numero = 4, colonne = "d") @Personnel(classe = Classe.IDENTITE) Sealed<Couleur> enumeration,
        @Champ(numero = 6, colonne = "e") @Personnel(classe = Classe.IDENTIFIANT) Sealed<Code> type,
        @Champ(numero = 7, colonne = "f") @Personnel(classe = Classe.CONTACT) Sealed<List<Code>> types,
        @Champ(numero = 9, colonne = "g") @Personnel(classe = Classe.CONTACT) Sealed<Lieu> compose,
        @Champ(numero = 12, colonne = "h") @Personnel(classe = Classe.CONTACT) Sealed<List<Lieu>> composes,
        @Champ(numero = 10, colonne = "i") @Personnel(classe = Classe.SENSIBLE) Sealed<Integer> entier,
        @Champ(numero = 11, colonne = "j") @Personnel(classe = Classe.SENSIBLE) Sealed<Boolean> booleen,
        @Champ(numero = 65535, colonne = "k") @Personnel(classe = Classe.PARCOURS) Sealed<String> parcours,
        @Champ(numero = 99, colonne = "l") String clair,
        @Personnel(classe = Classe.PARCOURS) Sealed<String> nonStocke) {

    enum Couleur {
        ROUGE,
        NOIRE
    }

    record Code(String valeur) {

        Code {
            if (valeur.isEmpty()) {
                throw new IllegalArgumentException("code vide");
            }
        }
    }

    record Lieu(String voie, Code code, String commune) {}

    static final ChampScelle<String> TEXTE = ChampsScelles.de(FicheDeTest.class, "texte");
    static final ChampScelle<List<String>> TEXTES = ChampsScelles.de(FicheDeTest.class, "textes");
    static final ChampScelle<LocalDate> DATE = ChampsScelles.de(FicheDeTest.class, "date");
    static final ChampScelle<Couleur> ENUMERATION = ChampsScelles.de(FicheDeTest.class, "enumeration");
    static final ChampScelle<Code> TYPE = ChampsScelles.de(FicheDeTest.class, "type");
    static final ChampScelle<List<Code>> TYPES = ChampsScelles.de(FicheDeTest.class, "types");
    static final ChampScelle<Lieu> COMPOSE = ChampsScelles.de(FicheDeTest.class, "compose");
    static final ChampScelle<List<Lieu>> COMPOSES = ChampsScelles.de(FicheDeTest.class, "composes");
    static final ChampScelle<Integer> ENTIER = ChampsScelles.de(FicheDeTest.class, "entier");
    static final ChampScelle<Boolean> BOOLEEN = ChampsScelles.de(FicheDeTest.class, "booleen");
    static final ChampScelle<String> PARCOURS = ChampsScelles.de(FicheDeTest.class, "parcours");
}
