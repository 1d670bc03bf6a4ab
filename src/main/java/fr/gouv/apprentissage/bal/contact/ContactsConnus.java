package fr.gouv.apprentissage.bal.contact;

import fr.gouv.apprentissage.bal.contact.ContactConnu.Niveau;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks what is known of an address and a company. Only what may be trusted today is answered, and nothing is opened. */
@ApplicationScoped
public class ContactsConnus {

    private static final String COLONNES = "select c.source, c.siret, c.questionne, c.premiere_vue, c.derniere_vue,"
            + " c.expire_le from contact c where c.siren = $1 and c.expire_le >= $2";
    private static final String ORDRE = " order by c.derniere_vue desc, c.enregistrement desc";
    // Under two generations a record is found twice, and answers once.
    private static final String PAR_COURRIEL = COLONNES + " and c.enregistrement in (select x.enregistrement"
            + " from unnest($3::smallint[], $4::bytea[]) as u(generation, empreinte) join index_aveugle x on x.genre = "
            + GenreIndex.COURRIEL.numero() + " and x.generation = u.generation and x.empreinte = u.empreinte)" + ORDRE;
    private static final String PAR_DOMAINE = COLONNES + " and c.domaine = $3" + ORDRE;

    private final Pool pool;
    private final IndexAveugles index;
    private final Clock horloge;

    ContactsConnus(Pool pool, IndexAveugles index, Clock horloge) {
        this.pool = pool;
        this.index = index;
        this.horloge = horloge;
    }

    /**
     * Who saw this very address with this company, or with an establishment of it; the newest sight first.
     *
     * @param courriel just received
     * @throws fr.gouv.apprentissage.bal.scellement.ClesIndisponibles when the key of the index is not in memory
     */
    public Uni<List<ContactConnu>> parCourriel(Siren siren, Sealed<Courriel> courriel) {
        var empreintes = index.empreintes(GenreIndex.COURRIEL, List.of(courriel));
        return pool.preparedQuery(PAR_COURRIEL)
                .execute(Tuple.of(
                        siren.valeur(),
                        aujourdhui(),
                        empreintes.stream().map(une -> (short) une.numero()).toArray(Short[]::new),
                        empreintes.stream()
                                .map(une -> Buffer.buffer(une.empreinte()))
                                .toArray(Buffer[]::new)))
                .map(lignes -> contacts(lignes, Niveau.COURRIEL));
    }

    /**
     * Who saw an address of this domain, or the domain itself, with this company or an establishment of it; the newest sight first. A public
     * provider's domain is never known ({@link fr.gouv.apprentissage.bal.identifiant.DomaineDeCourriel}).
     *
     * @param domaine in lower case
     */
    public Uni<List<ContactConnu>> parDomaine(Siren siren, String domaine) {
        return pool.preparedQuery(PAR_DOMAINE)
                .execute(Tuple.of(siren.valeur(), aujourdhui(), domaine))
                .map(lignes -> contacts(lignes, Niveau.DOMAINE));
    }

    private LocalDate aujourdhui() {
        return LocalDate.now(horloge.withZone(ContactStore.PARIS));
    }

    private static List<ContactConnu> contacts(RowSet<Row> lignes, Niveau niveau) {
        return StreamSupport.stream(lignes.spliterator(), false)
                .map(ligne -> new ContactConnu(
                        ligne.getString("source"),
                        niveau,
                        Optional.ofNullable(ligne.getString("siret")).map(Siret::new),
                        ligne.getBoolean("questionne"),
                        ligne.getOffsetDateTime("premiere_vue").toInstant(),
                        ligne.getOffsetDateTime("derniere_vue").toInstant(),
                        ligne.getLocalDate("expire_le")))
                .toList();
    }
}
