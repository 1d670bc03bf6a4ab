package fr.gouv.apprentissage.bal.connecteur.opco.fichier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.gouv.apprentissage.bal.ingestion.ContratDeSchema;
import fr.gouv.apprentissage.bal.ingestion.Derives;
import fr.gouv.apprentissage.bal.ingestion.ReleveDeSchema;
import java.util.List;
import java.util.Locale;

/** The files that there are, and their columns (domain.md §1.2); others that they have are not read. */
public enum Format {
    /** A workbook: SIREN, SIRET, Raison Sociale, IDCC - Branche, Typologie, Effectif…, Email, Nom complet. */
    AKTO("akto", "AKTO", List.of(".xlsx"), "siren", "siret", "email"),
    /** CSV: Siret, Mails (several, commas between). */
    CONSTRUCTYS("constructys", "CONSTRUCTYS", List.of(".csv"), "", "siret", "mails"),
    /** CSV: Siret, Email du contact ("-": none), Nom du contact, Prénom du contact… */
    OCAPIAT("ocapiat", "OCAPIAT", List.of(".csv"), "", "siret", "emailducontact"),
    /** The dump of 2023: {@code SIRET|{a@b,c@d}}. */
    DECA("deca", "DECA", List.of(".csv", ".txt"), "", "siret", "email");

    private final String nom;
    private final String source;
    private final List<String> extensions;
    private final String siren;
    private final String siret;
    private final String courriels;

    Format(String nom, String source, List<String> extensions, String siren, String siret, String courriels) {
        this.nom = nom;
        this.source = source;
        this.extensions = extensions;
        this.siren = siren;
        this.siret = siret;
        this.courriels = courriels;
    }

    /** As configuration names it. */
    public String nom() {
        return nom;
    }

    /** The source of its facts. */
    public String source() {
        return source;
    }

    boolean classeur() {
        return this == AKTO;
    }

    boolean accepte(String nomDeFichier) {
        var minuscules = nomDeFichier.toLowerCase(Locale.ROOT);
        return !minuscules.startsWith(".") && extensions.stream().anyMatch(minuscules::endsWith);
    }

    /** Where that header is not as the contract of the format says, by columns as {@link Colonnes} compares them. */
    Derives derives(List<String> entete) {
        var ligne = JsonNodeFactory.instance.objectNode();
        entete.stream().map(Colonnes::nom).filter(un -> !un.isEmpty()).forEach(un -> ligne.put(un, "x"));
        var releve = new ReleveDeSchema(ContratDeSchema.de(Format.class, "contrat-" + nom + ".json"));
        releve.compare(ligne);
        return releve.derives();
    }

    /** Where the columns stand under that header. */
    Colonnes colonnes(List<String> entete) {
        return Colonnes.dans(entete, siren, siret, courriels);
    }
}
