package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.ingestion.sortie.Demande;
import fr.gouv.apprentissage.bal.ingestion.sortie.Lecture;
import fr.gouv.apprentissage.bal.ingestion.sortie.Sortie;
import fr.gouv.apprentissage.bal.ingestion.sortie.SortieDeTest;
import fr.gouv.apprentissage.bal.referentiel.Opco;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Each directory, asked for real, and how it says things. */
enum AnnuaireDeTest {
    FRANCE_COMPETENCES("contrat-france-competences.json", "code") {
        @Override
        String connait(String nom) {
            return "{\"code\":\"01\",\"siret\":\"1\",\"idcc\":\"1486\",\"opcoRattachement\":{\"code\":\"06\",\"nom\":\""
                    + nom + "\"},\"opcoGestion\":{\"code\":\"06\",\"nom\":\"" + nom + "\"}}";
        }

        @Override
        String autreCode() {
            return "{\"code\":\"42\",\"siret\":\"1\"}";
        }

        @Override
        String codeRetype() {
            return "{\"code\":{\"valeur\":\"01\"},\"opcoRattachement\":{\"nom\":\"AKTO\"}}";
        }

        @Override
        String nomsRenommes(String nom) {
            return connait(nom).replace("\"nom\"", "\"libelle\"");
        }

        @Override
        AnnuaireOpco par(Sortie sortie, String url) {
            return garde(
                    FranceCompetences.SOURCE,
                    sortie,
                    siret -> FranceCompetences.question(URI.create(url), CLE, siret),
                    FranceCompetences::lecture);
        }
    },

    CFA_DOCK("contrat-cfa-dock.json", "searchStatus") {
        @Override
        String connait(String nom) {
            return "{\"idcc\":1486,\"opcoName\":\"" + nom + "\",\"opcoSiren\":\"000000000\",\"searchStatus\":\"OK\"}";
        }

        @Override
        String autreCode() {
            return "{\"searchStatus\":\"CLOSED\"}";
        }

        @Override
        String codeRetype() {
            return "{\"opcoName\":\"AKTO\",\"searchStatus\":{\"valeur\":\"OK\"}}";
        }

        @Override
        String nomsRenommes(String nom) {
            return connait(nom).replace("\"opcoName\"", "\"libelle\"");
        }

        @Override
        AnnuaireOpco par(Sortie sortie, String url) {
            return garde(CfaDock.SOURCE, sortie, siret -> CfaDock.question(URI.create(url), siret), CfaDock::lecture);
        }
    };

    /** What we give to be let in. */
    static final String CLE = "cle-de-l-annuaire-7f3a";

    private final String contrat;
    private final String code;

    AnnuaireDeTest(String contrat, String code) {
        this.contrat = contrat;
        this.code = code;
    }

    /** An answer that names an OPCO. */
    abstract String connait(String nom);

    /** An answer by a code that its documentation has not. */
    abstract String autreCode();

    /** An answer whose code is of another type. */
    abstract String codeRetype();

    /** An answer whose OPCO stands under another name. */
    abstract String nomsRenommes(String nom);

    /** The real one, asked there. */
    abstract AnnuaireOpco par(Sortie sortie, String url);

    /** The same at any rate. */
    AnnuaireOpco a(String url, Duration delai, Clock horloge) {
        return par(SortieDeTest.vers(url, delai, horloge), url);
    }

    /** The field that says whether the rest is an answer. */
    String code() {
        return code;
    }

    /** An answer whose code stands under another name. */
    String codeRenomme(String nom) {
        return connait(nom).replaceFirst("\"" + code + "\"", "\"statut\"");
    }

    final AnnuaireOpco garde(
            String source,
            Sortie sortie,
            Function<Siret, Demande> question,
            Function<ReleveDeReponses, Lecture<Optional<Opco>>> lecture) {
        return new AnnuaireGarde(
                source,
                () -> true,
                OpcoDeTest.SANS_GARDE,
                sortie,
                question,
                lecture,
                OpcoDeTest.releve(contrat),
                OpcoDeTest.MESURES);
    }

    /** Of an address: those of one directory ask by path, those of the other by parameter. */
    static String quiParleDe(Siret siret) {
        return ".*" + siret.valeur() + ".*";
    }
}
