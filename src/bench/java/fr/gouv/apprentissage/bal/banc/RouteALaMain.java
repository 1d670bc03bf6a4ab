package fr.gouv.apprentissage.bal.banc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.journal.Inscription;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Variant (a): {@code GET /banc/contrats?first=&debutDu=}, what an engineer writes by hand on Vert.x for this one query. No GraphQL, no plan, no
 * rights row by row: it serves who is granted all ten fields on every row, and refuses others. JSON goes from the rows to bytes.
 */
@Singleton
final class RouteALaMain {

    static final String CHEMIN = "/banc/contrats";

    private static final JsonFactory JSON = new JsonFactory();
    private static final HexFormat HEXADECIMAL = HexFormat.of();

    private final Porte porte;
    private final Lecture lecture;
    private final Scellement scellement;
    private final Pseudonymes pseudonymes;

    RouteALaMain(Porte porte, Lecture lecture, Scellement scellement, Pseudonymes pseudonymes) {
        this.porte = porte;
        this.lecture = lecture;
        this.scellement = scellement;
        this.pseudonymes = pseudonymes;
    }

    void installe(@Observes Router routeur) {
        routeur.get(CHEMIN).handler(this::repond);
    }

    private void repond(RoutingContext echange) {
        var first = Integer.parseInt(echange.request().getParam("first"));
        var debutDu = LocalDate.parse(echange.request().getParam("debutDu"));
        porte.appelant(echange)
                .chain(appelant -> reponse(appelant, first, debutDu))
                .subscribe()
                .with(
                        octets -> echange.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                .end(octets),
                        echange::fail);
    }

    private Uni<Buffer> reponse(Appelant appelant, int first, LocalDate debutDu) {
        var accord = porte.accord(appelant);
        return Uni.createFrom()
                .completionStage(() -> lecture.page(first, debutDu).toCompletionStage())
                .chain(page -> lecture.inscris(appelant, accord, page)
                        .map(inscription -> ecris(appelant, accord, debutDu, page, inscription)));
    }

    private Buffer ecris(
            Appelant appelant, Accord accord, LocalDate debutDu, Lecture.Page page, Inscription inscription) {
        var octets = new ByteArrayOutputStream(16 * 1024);
        try (var json = JSON.createGenerator(octets)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("contrats");
            json.writeArrayFieldStart("nodes");
            for (var row : page.contrats()) {
                contrat(json, row, accord, page);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("pageInfo");
            json.writeBooleanField("hasNextPage", page.suite());
            json.writeStringField("endCursor", curseur(appelant, debutDu, page));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeObjectFieldStart("extensions");
            json.writeObjectFieldStart("journal");
            json.writeStringField("id", inscription.id());
            json.writeStringField("empreinte", HEXADECIMAL.formatHex(inscription.empreinte()));
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(octets.toByteArray());
    }

    private void contrat(JsonGenerator json, Row row, Accord accord, Lecture.Page page) throws IOException {
        json.writeStartObject();
        date(json, "dateDebut", row.getLocalDate(2));
        date(json, "dateFin", row.getLocalDate(3));
        json.writeStringField("statut", row.getString(4));
        json.writeStringField("intituleFormation", row.getString(5));
        if (row.getString(6) == null) {
            json.writeNullField("organismeFormation");
        } else {
            json.writeObjectFieldStart("organismeFormation");
            json.writeStringField("uai", row.getString(7));
            json.writeEndObject();
        }
        var rows = page.personnes().get(row.getLong(8));
        if (rows == null) {
            json.writeNullField("alternant");
        } else {
            json.writeObjectFieldStart("alternant");
            var personne = new Ouverture(scellement, accord.autorisation(), rows);
            json.writeStringField("nom", personne.nom());
            liste(json, "prenoms", personne.prenoms());
            date(json, "dateNaissance", personne.naissance());
            liste(json, "courriels", personne.courriels());
            liste(json, "telephones", personne.telephones());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void date(JsonGenerator json, String nom, LocalDate date) throws IOException {
        json.writeStringField(nom, date == null ? null : date.toString());
    }

    private static void liste(JsonGenerator json, String nom, List<String> textes) throws IOException {
        if (textes == null) {
            json.writeNullField(nom);
            return;
        }
        json.writeArrayFieldStart(nom);
        for (var texte : textes) {
            json.writeString(texte);
        }
        json.writeEndArray();
    }

    private String curseur(Appelant appelant, LocalDate debutDu, Lecture.Page page) {
        return curseur(pseudonymes, appelant, debutDu, page);
    }

    /** Bound to the purpose and the filter; null after an empty page. */
    static String curseur(Pseudonymes pseudonymes, Appelant appelant, LocalDate debutDu, Lecture.Page page) {
        if (page.contrats().isEmpty()) {
            return null;
        }
        var derniere = page.contrats().get(page.contrats().size() - 1);
        var lien = Lecture.sha256("contrats|" + appelant.finalite().orElse("") + "|" + debutDu);
        var position = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(derniere.getLocalDate(9).toEpochDay())
                .putLong(derniere.getLong(0))
                .array();
        return pseudonymes.curseur(appelant.client(), lien, position);
    }
}
