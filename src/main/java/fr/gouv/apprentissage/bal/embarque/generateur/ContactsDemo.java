package fr.gouv.apprentissage.bal.embarque.generateur;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files of contacts that OPCOs hand over (domain.md §1.2), of the companies of a seed: each in its own columns, encoding and habits. */
public final class ContactsDemo {

    private static final Charset OCCIDENTAL = Charset.forName("windows-1252");
    private static final int DUMP = 400;

    private final EntreprisesDemo entreprises;

    /** The files of those companies. */
    public ContactsDemo(EntreprisesDemo entreprises) {
        this.entreprises = entreprises;
    }

    /** AKTO's workbook. */
    public byte[] akto() {
        var rangees = new ArrayList<List<String>>();
        rangees.add(List.of(
                "SIREN", "SIRET", "Raison Sociale", "IDCC - Branche", "Typologie", "Effectif", "Email", "Nom complet"));
        for (var une : entreprises.de("AKTO")) {
            rangees.add(List.of(
                    une.siren(),
                    une.siret(),
                    une.denomination(),
                    une.idcc() + " - Branche",
                    "Adhérent",
                    "11",
                    une.courriel(),
                    ""));
        }
        return ClasseurDemo.de(rangees);
    }

    /** Constructys: semicolons, UTF-8 with its mark. */
    public byte[] constructys() {
        return entreprises.de("CONSTRUCTYS").stream()
                .map(une -> une.siret() + ";" + une.courriel() + ",contact@" + une.domaine())
                .collect(Collectors.joining("\r\n", "\uFEFFSiret;Mails\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ocapiat: semicolons, windows-1252, a dash where there is nothing. */
    public byte[] ocapiat() {
        var rangees = new ArrayList<String>();
        rangees.add("Siret;Raison sociale;Email du contact;Nom du contact;Prénom du contact");
        var toutes = entreprises.de("OCAPIAT");
        for (int i = 0; i < toutes.size(); i++) {
            var une = toutes.get(i);
            var courriel = i % 10 == 9 ? "-" : une.courriel();
            rangees.add(une.siret() + ";\"" + une.denomination() + "\";" + courriel + ";-;-");
        }
        return String.join("\r\n", rangees).getBytes(OCCIDENTAL);
    }

    /** The dump of DECA. */
    public byte[] deca() {
        return entreprises.toutes().stream()
                .limit(DUMP)
                .map(une -> une.siret() + "|{" + une.courriel() + ",accueil@" + une.domaine() + "}")
                .collect(Collectors.joining("\n", "SIRET|EMAIL\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
