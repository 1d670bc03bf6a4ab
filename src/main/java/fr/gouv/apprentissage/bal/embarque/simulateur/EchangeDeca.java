package fr.gouv.apprentissage.bal.embarque.simulateur;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One HTTP exchange with DECA: its form is checked, it is answered, refused, or goes wrong as told. */
final class EchangeDeca {

    private final HttpExchange echange;
    private final Echange reponse;

    EchangeDeca(HttpExchange echange) {
        this.echange = echange;
        this.reponse = new Echange(echange);
    }

    void verifieForme(Extrait extrait) throws Refus {
        if (!echange.getRequestURI().getPath().equals(extrait.chemin())) {
            throw new Refus(404, "Chemin inconnu");
        }
        if (!echange.getRequestMethod().equals("POST")) {
            throw new Refus(405, "POST est attendu");
        }
        var type = echange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refus(415, "application/json est attendu");
        }
    }

    void repond(byte[] corps) throws IOException {
        reponse.repond(corps);
    }

    void refuse(Refus refus) throws IOException {
        if (refus.statut() == 405) {
            echange.getResponseHeaders().set("Allow", "POST");
        }
        reponse.refuse(refus, "Basic realm=\"DECA\"");
    }

    void tombe(Panne panne, Demande demande, List<JsonNode> lignes, int taillePage) throws IOException, Refus {
        if (panne instanceof Panne.AutrePagination autre) {
            repond(PageDeca.corps(lignes, demande.page(), autre.taillePage(), true));
        } else if (panne instanceof Panne.SansContrats) {
            repond(PageDeca.corps(lignes, demande.page(), taillePage, false));
        } else if (panne instanceof Panne.PageRepetee) {
            repond(PageDeca.corps(lignes, 1, taillePage, true));
        } else if (panne instanceof Panne.LigneRetiree) {
            repond(PageDeca.corps(lignes.stream().skip(1).toList(), demande.page(), taillePage, true));
        } else if (panne instanceof Panne.PageCourte) {
            repond(PageDeca.courte(lignes, demande.page(), taillePage));
        } else if (panne instanceof Panne.JourneeVide) {
            repond(PageDeca.corps(List.of(), demande.page(), taillePage, true));
        } else {
            reponse.tombe(panne, PageDeca.corps(lignes, demande.page(), taillePage, true));
        }
    }
}
