package fr.gouv.apprentissage.bal.contact;

import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.AUTRE_SIREN;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.J;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.SIREN;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.deca;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.domaine;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.fait;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.quand;
import static fr.gouv.apprentissage.bal.contact.FaitsDeTest.siret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gouv.apprentissage.bal.contact.ContactConnu.Niveau;
import fr.gouv.apprentissage.bal.identifiant.Courriel;
import fr.gouv.apprentissage.bal.identifiant.Pliage;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.ingestion.BaseDIngestion;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is answered of an address and a company. */
class ContactsConnusTest {

    private final Pool pool = BaseDIngestion.vide();
    private final ScellementDeTest cles = ScellementDeTest.ouvert();
    private final BancDeContacts banc = new BancDeContacts(pool, cles, BancDeContacts.le(J));

    private List<ContactConnu> parCourriel(Siren siren, String courriel, LocalDate jour) {
        return new ContactsConnus(pool, cles.index(), BancDeContacts.le(jour))
                .parCourriel(siren, Sealed.recu(Courriel.lis(courriel)))
                .await()
                .indefinitely();
    }

    private List<ContactConnu> parDomaine(Siren siren, String domaine) {
        return new ContactsConnus(pool, cles.index(), BancDeContacts.le(J))
                .parDomaine(siren, domaine)
                .await()
                .indefinitely();
    }

    @Test
    void an_address_of_any_establishment_of_the_company_is_known_with_all_that_is_said_of_it() {
        banc.ecris(deca(J, "rh@essai.fr"), fait("AKTO", true, SIREN, Optional.empty(), "rh@essai.fr", J.plusDays(1)));

        assertThat(parCourriel(SIREN, " RH@essai.fr", J))
                .containsExactly(
                        new ContactConnu(
                                "AKTO",
                                Niveau.COURRIEL,
                                Optional.empty(),
                                true,
                                quand(J.plusDays(1)),
                                quand(J.plusDays(1)),
                                J.plusDays(31)),
                        new ContactConnu(
                                "DECA",
                                Niveau.COURRIEL,
                                Optional.of(siret(SIREN, 1)),
                                false,
                                quand(J),
                                quand(J),
                                J.plusDays(30)));
    }

    @Test
    void neither_another_company_nor_another_address_is() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(parCourriel(AUTRE_SIREN, "rh@essai.fr", J)).isEmpty();
        assertThat(parCourriel(SIREN, "paie@essai.fr", J)).isEmpty();
    }

    @Test
    void what_may_be_trusted_no_longer_is_not_answered() {
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(parCourriel(SIREN, "rh@essai.fr", J.plusDays(30))).hasSize(1);
        assertThat(parCourriel(SIREN, "rh@essai.fr", J.plusDays(31))).isEmpty();
    }

    @Test
    void under_two_generations_of_indexes_it_answers_once() {
        cles.ouvreGeneration(2, Pliage.VERSION);
        banc.ecris(deca(J, "rh@essai.fr"));

        assertThat(parCourriel(SIREN, "rh@essai.fr", J)).hasSize(1);
    }

    @Test
    void a_domain_is_known_by_an_address_of_it_or_by_itself() {
        banc.ecris(
                deca(J, "rh@essai.fr"),
                domaine("MONCOMPTEPRO", false, SIREN, "essai.fr", J.plusDays(1)),
                domaine("MONCOMPTEPRO", false, AUTRE_SIREN, "essai.fr", J));

        assertThat(parDomaine(SIREN, "essai.fr"))
                .extracting(ContactConnu::source, ContactConnu::niveau)
                .containsExactly(tuple("MONCOMPTEPRO", Niveau.DOMAINE), tuple("DECA", Niveau.DOMAINE));
    }

    @Test
    void a_public_provider_s_domain_says_nothing() {
        banc.ecris(deca(J, "jeanne@orange.fr"));

        assertThat(parDomaine(SIREN, "orange.fr")).isEmpty();
        assertThat(parCourriel(SIREN, "jeanne@orange.fr", J)).hasSize(1);
    }
}
