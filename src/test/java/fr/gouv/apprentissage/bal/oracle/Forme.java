package fr.gouv.apprentissage.bal.oracle;

import java.util.function.UnaryOperator;

/** How a value is read: its canonical text, or null when it is badly formed. Never given an empty text. */
enum Forme {
    TEXTE(Valeurs::texte),
    DATE(Valeurs::date),
    ENTIER(Valeurs::entier),
    SEXE(Valeurs::sexe),
    BOOLEEN(Valeurs::booleen),
    COURRIEL(Valeurs::courriel),
    TELEPHONE(Valeurs::telephone),
    CODE_POSTAL(Valeurs::codePostal),
    SIRET(Valeurs::siret),
    UAI(Valeurs::uai),
    CFD(Valeurs::cfd),
    RNCP(Valeurs::rncp);

    private final UnaryOperator<String> lecture;

    Forme(UnaryOperator<String> lecture) {
        this.lecture = lecture;
    }

    String lit(String brut) {
        return lecture.apply(brut);
    }
}
