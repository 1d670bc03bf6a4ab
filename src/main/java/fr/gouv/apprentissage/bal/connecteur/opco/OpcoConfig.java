package fr.gouv.apprentissage.bal.connecteur.opco;

import fr.gouv.apprentissage.bal.connecteur.opco.fichier.FichiersConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Keys of {@code bal.connecteur.opco}. */
@ConfigMapping(prefix = "bal.connecteur.opco")
public interface OpcoConfig {

    /** Live questions to AKTO. */
    Question akto();

    /** Live questions to OPCO EP. */
    QuestionEp ep();

    /** The directory of France compétences. */
    @WithName("france-competences")
    Annuaire franceCompetences();

    /** The directory of CFA Dock. */
    @WithName("cfa-dock")
    Annuaire cfaDock();

    /** How long an answer of a live question may be trusted (domain.md §1.2). */
    @WithDefault("P30D")
    Duration confiance();

    /** How long the OPCO of a company is kept. */
    @WithDefault("P30D")
    Duration conservation();

    /** How long it is kept that no directory knows the OPCO of a company. */
    @WithDefault("P7D")
    @WithName("conservation-inconnu")
    Duration conservationInconnu();

    /** The OPCO of contracts' employers. */
    Entreprises entreprises();

    /** Files of contacts. */
    Fichiers fichiers();

    /** A source that answers one question at a time. */
    interface Source {

        /** Base address; without it the source is not asked. */
        Optional<URI> url();

        /** Whether it is asked. */
        @WithDefault("true")
        boolean actif();

        /** Requests per second, tokens included, all replicas together. A little below 2 (domain.md §3.1): what leaves evenly does not arrive so. */
        @WithDefault("1.6")
        double debit();

        /** Longest time of one question in all. */
        @WithDefault("5S")
        Duration delai();

        /** Questions at once in one replica; one more waits, the next has no answer. */
        @WithDefault("4")
        int simultanees();

        /** How long a source that fails is left alone. */
        @WithDefault("30S")
        Duration repos();
    }

    /** A source that is asked with an account. */
    interface Question extends Source {

        /** Where tokens are granted. */
        Optional<URI> jeton();

        /** Client id. */
        Optional<String> utilisateur();

        /** Client secret. */
        Optional<String> secret();

        /** Scope of the token; without it none is asked for. */
        Optional<String> portee();
    }

    /** OPCO EP. */
    interface QuestionEp extends Question {

        /** Header {@code X-Audience-Id}: who asks. */
        @WithDefault("etatiques-lba")
        String audience();
    }

    /** A directory. */
    interface Annuaire extends Source {

        /** Key of the API, where it asks for one. */
        Optional<String> secret();
    }

    /** What fills it. */
    interface Entreprises {

        /** Whether it runs; it needs a directory. */
        @WithDefault("true")
        boolean actif();

        /** When it runs by itself, if an employer's OPCO is not known: a cron expression, Europe/Paris. */
        @WithDefault("0 40 * * * ?")
        String planification();

        /** Hours in which it may run, Europe/Paris. */
        @WithDefault("00:00-24:00")
        String ouverture();
    }

    /** By format. */
    interface Fichiers {

        /** AKTO's workbooks. */
        FichiersConfig akto();

        /** Constructys. */
        FichiersConfig constructys();

        /** Ocapiat. */
        FichiersConfig ocapiat();

        /** Dumps of DECA. */
        FichiersConfig deca();

        /** Most bytes of a workbook, inflated. */
        @WithDefault("512M")
        MemorySize classeur();
    }
}
