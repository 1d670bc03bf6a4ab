package fr.gouv.apprentissage.bal.banc;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/**
 * Variant (b): a resolver as SmallRye's guide has them, non-blocking, over the reactive pool. It reads, has the journal written, opens, and gives
 * records; SmallRye fetches their fields and writes the JSON. Answers without {@code extensions.journal}, a little in its favour.
 */
@GraphQLApi
public class ContratsDeSmallRye {

    @Inject
    Porte porte;

    @Inject
    Lecture lecture;

    @Inject
    Scellement scellement;

    @Inject
    Pseudonymes pseudonymes;

    @Inject
    CurrentVertxRequest requete;

    /** Of a page. */
    public record PageDuBanc(List<ContratDuBanc> nodes, SuiteDuBanc pageInfo) {}

    /** What follows. */
    public record SuiteDuBanc(boolean hasNextPage, String endCursor) {}

    /** A contract. */
    public record ContratDuBanc(
            LocalDate dateDebut,
            LocalDate dateFin,
            String statut,
            String intituleFormation,
            OrganismeDuBanc organismeFormation,
            PersonneDuBanc alternant) {}

    /** An organisation. */
    public record OrganismeDuBanc(String uai) {}

    /** A person. */
    public record PersonneDuBanc(
            String nom,
            List<String> prenoms,
            LocalDate dateNaissance,
            List<String> courriels,
            List<String> telephones) {}

    /** The page. */
    @Query("bancContrats")
    public Uni<PageDuBanc> contrats(int first, LocalDate debutDu) {
        Appelant appelant = requete.getCurrent().get(RouteSmallRye.APPELANT);
        var accord = porte.accord(appelant);
        return Uni.createFrom()
                .completionStage(() -> lecture.page(first, debutDu).toCompletionStage())
                .chain(page -> lecture.inscris(appelant, accord, page)
                        .map(inscrite -> new PageDuBanc(
                                page.contrats().stream()
                                        .map(row -> contrat(row, accord, page))
                                        .toList(),
                                new SuiteDuBanc(
                                        page.suite(), RouteALaMain.curseur(pseudonymes, appelant, debutDu, page)))));
    }

    private ContratDuBanc contrat(Row row, Accord accord, Lecture.Page page) {
        var rows = page.personnes().get(row.getLong(8));
        return new ContratDuBanc(
                row.getLocalDate(2),
                row.getLocalDate(3),
                row.getString(4),
                row.getString(5),
                row.getString(6) == null ? null : new OrganismeDuBanc(row.getString(7)),
                rows == null ? null : personne(new Ouverture(scellement, accord.autorisation(), rows)));
    }

    private static PersonneDuBanc personne(Ouverture personne) {
        return new PersonneDuBanc(
                personne.nom(), personne.prenoms(), personne.naissance(), personne.courriels(), personne.telephones());
    }
}
