package fr.gouv.apprentissage.bal.declaration;

/** Classes of personal data (schema.graphql). Each has keys of its own: who was not given the keys of one cannot open it. */
public enum Classe {
    /** Name, first names, date and place of birth, sexe. */
    IDENTITE,
    /** INE and the identifiers of the source systems. */
    IDENTIFIANT,
    /** E-mail addresses, telephone numbers, postal address. */
    CONTACT,
    /** Free text and facts about a person's path: comment on a rupture, last class attended. */
    PARCOURS,
    /** Handicap (RQTH), nationality. */
    SENSIBLE
}
