package fr.gouv.apprentissage.bal.droits.effacement;

import fr.gouv.apprentissage.bal.contrat.Contrat;
import fr.gouv.apprentissage.bal.declaration.Colonne;
import fr.gouv.apprentissage.bal.personne.Personne;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A record as it stands before it goes, sealed.
 *
 * @param id its id
 * @param jeton its token in the journal
 * @param epoque of its secret; empty when it has none
 * @param enveloppe its wrapped secret; empty when it has none
 * @param scelles sealed values by column
 * @param type of the contract, as text
 * @param avenant number of the avenant
 */
record EnregistrementLu(
        long id,
        Optional<UUID> jeton,
        Optional<Integer> epoque,
        Optional<byte[]> enveloppe,
        Map<String, byte[]> scelles,
        Optional<String> type,
        Optional<String> avenant) {

    private static final List<String> DE_PERSONNE = List.of(
            "nom", "prenoms", "date_naissance", "sexe", "departement_naissance", "ine", "courriels", "telephones");

    /** The values that a person is recognised by. */
    static final List<Colonne> COLONNES = Stream.concat(
                    Colonne.de(Personne.class).stream().filter(une -> DE_PERSONNE.contains(une.nom())),
                    Colonne.de(Contrat.class).stream().filter(une -> une.nom().equals("numero")))
            .toList();

    static EnregistrementLu de(Row ligne) {
        var scelles = new HashMap<String, byte[]>();
        for (var colonne : COLONNES) {
            var octets = ligne.getBuffer(colonne.nom());
            if (octets != null) {
                scelles.put(colonne.nom(), octets.getBytes());
            }
        }
        return new EnregistrementLu(
                ligne.getLong("enregistrement"),
                Optional.ofNullable(ligne.getUUID("jeton")),
                Optional.ofNullable(ligne.getInteger("epoque")),
                Optional.ofNullable(ligne.getBuffer("enveloppe")).map(enveloppe -> enveloppe.getBytes()),
                scelles,
                Optional.ofNullable(ligne.getString("type")),
                Optional.ofNullable(ligne.getString("numero_avenant")));
    }
}
