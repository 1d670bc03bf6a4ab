package fr.gouv.apprentissage.bal.connecteur;

import fr.gouv.apprentissage.bal.fuite.ChercheurDeNoms;
import fr.gouv.apprentissage.bal.fuite.Trouvaille;
import fr.gouv.apprentissage.bal.ingestion.BancDIngestion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that sources under fire leave where it can be read without a key, and the values that may not stand in it. */
public final class Fuites {

    /** Less than that proves nothing by its absence. */
    private static final int LONGUEUR_MINIMALE = 9;

    private static final List<String> TABLES = List.of(
            "execution",
            "execution_signalement",
            "execution_derive",
            "execution_part",
            "ingestion_page",
            "ingestion_ligne",
            "ingestion_rejet",
            "quarantaine",
            "quarantaine_marque",
            "contrat",
            "contrat_ecarte",
            "identite",
            "changement",
            "contact",
            "index_aveugle",
            "offre",
            "opco_d_entreprise",
            "bail",
            "debit",
            "curseur");

    private final StringBuilder texte = new StringBuilder();
    private final Set<String> valeurs = new LinkedHashSet<>();

    /** What may stand nowhere, where it is long enough to prove something; of an address its mailbox too, and as it stands in a URL. */
    public void tais(Collection<String> secretes) {
        secretes.stream()
                .flatMap(une ->
                        Stream.of(une, une.replaceFirst("@.*", ""), URLEncoder.encode(une, StandardCharsets.UTF_8)))
                .filter(une -> une.replaceAll("[^\\p{L}\\p{N}]", "").length() >= LONGUEUR_MINIMALE)
                .forEach(valeurs::add);
    }

    /** What a run left: tables, metrics, what the operator is shown. */
    public void releve(BancDIngestion banc) {
        TABLES.forEach(
                table -> banc.textes("select t::text from " + table + " t").forEach(this::ajoute));
        banc.executions().forEach(une -> ajoute(une.toString()));
        ajoute(((SimpleMeterRegistry) banc.mesures()).getMetersAsString());
    }

    /** Anything else that was said. */
    public void ajoute(String dit) {
        texte.append(dit).append('\n');
    }

    Set<String> valeurs() {
        return valeurs;
    }

    String texte() {
        return texte.toString();
    }

    List<Trouvaille> cherche(String... ailleurs) {
        return new ChercheurDeNoms(valeurs).cherche(texte + String.join("\n", ailleurs));
    }
}
