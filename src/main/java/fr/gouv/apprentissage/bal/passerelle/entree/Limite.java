package fr.gouv.apprentissage.bal.passerelle.entree;

/** What bounds one operation. Each is a key of the configuration; the error that names it says the key's last word. */
public enum Limite {
    /** Levels of fields, introspection aside. */
    PROFONDEUR("bal.passerelle.profondeur", 12),
    /** Lexical tokens of the document. */
    JETONS("bal.passerelle.jetons", 5_000),
    /** Characters of the document. */
    CARACTERES("bal.passerelle.caracteres", 100_000),
    /** Grammar rules that stand one within another. */
    IMBRICATION("bal.passerelle.imbrication", 200),
    /** Operations in one document. */
    OPERATIONS("bal.passerelle.operations-par-document", 10),
    /** Aliases, fragments put in place. */
    ALIAS("bal.passerelle.alias", 50),
    /** Directives, fragments put in place. */
    DIRECTIVES("bal.passerelle.directives", 50),
    /** Root fields, fragments put in place. */
    RACINES("bal.passerelle.racines", 20),
    /** Fields selected, fragments put in place. */
    CHAMPS("bal.passerelle.champs", 1_000),
    /** Elements of any list that is given, literal or by variable. */
    LISTE("bal.passerelle.liste", 500),
    /** Characters of any text that is given, literal or by variable. */
    CHAINE("bal.passerelle.chaine", 20_000),
    /** Values in the variables: members and elements, whatever they hold. */
    VARIABLES("bal.passerelle.variables", 5_000),
    /** Objects and lists of the variables that stand one within another. */
    PROFONDEUR_DES_VARIABLES("bal.passerelle.profondeur-variables", 10),
    /** Points that one operation may cost. */
    COUT("bal.passerelle.cout", 100_000);

    private final String cle;
    private final int defaut;

    Limite(String cle, int defaut) {
        this.cle = cle;
        this.defaut = defaut;
    }

    /** Key of the configuration. */
    public String cle() {
        return cle;
    }

    /** What holds where nothing is configured, 1 or more. */
    public int defaut() {
        return defaut;
    }

    /** What an error calls it. */
    public String mot() {
        return cle.substring(cle.lastIndexOf('.') + 1);
    }
}
