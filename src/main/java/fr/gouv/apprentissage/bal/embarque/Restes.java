package fr.gouv.apprentissage.bal.embarque;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What may be configured to try the application, or to migrate, and must not be where it serves. */
final class Restes {

    private static final String MIGRATION =
            "le rôle qui migre ne sert pas : retirez cette clé, et lancez la commande" + " migre, qui seule la reçoit";
    private static final String EN_CLAIR = "adresse en clair : https, sauf sur la boucle locale";
    private static final String SANS_CONTROLE = "le certificat doit être contrôlé, retirez cette clé";

    private Restes() {}

    /** One line for each that is there. */
    static List<String> trouves(Lecture lecture) {
        return regles(lecture).entrySet().stream()
                .filter(regle -> regle.getValue().interdit().test(regle.getKey()))
                .map(regle -> regle.getKey() + " : " + regle.getValue().raison())
                .toList();
    }

    /** When a key is refused, and why. */
    private record Regle(Predicate<String> interdit, String raison) {}

    private static Map<String, Regle> regles(Lecture lecture) {
        Predicate<String> presente = lecture::configuree;
        Predicate<String> vraie = cle -> lecture.vaut(cle, "true");
        var regles = new LinkedHashMap<String, Regle>();
        regles.put(
                Cles.ACTIF,
                new Regle(vraie, "les parties embarquées ne valent qu'en dev et en demo, retirez cette clé"));
        for (var simulateur : List.of("bal.embarque.simulateur.url", "bal.embarque.simulateur.francetravail.url")) {
            regles.put(
                    simulateur,
                    new Regle(presente, "les simulateurs ne valent qu'en dev et en demo, retirez cette clé"));
        }
        regles.put(
                Cles.CLE_PUBLIQUE,
                new Regle(presente, "une clé locale de jetons ne vaut qu'en dev et en demo, retirez-la"));
        regles.put(
                "bal.scellement.fichier",
                new Regle(
                        presente,
                        "un fichier local de clés ne vaut qu'en dev, demo et test : les clés viennent de Vault"));
        regles.put(
                "bal.journal.cle",
                new Regle(presente, "une clé locale ne vaut qu'en dev, demo et test : Vault signe les jalons"));
        regles.put(
                "bal.habilitations.fichier",
                new Regle(
                        cle -> lecture.valeur(cle)
                                .filter(v -> v.startsWith("classpath:"))
                                .isPresent(),
                        "les habilitations du paquet sont celles de la démonstration, donnez un fichier"));
        regles.put(
                "bal.habilitations.meme-version",
                new Regle(vraie, "une version ne se récrit pas en production, retirez cette clé"));
        regles.put("quarkus.flyway.migrate-at-start", new Regle(vraie, MIGRATION));
        regles.put("quarkus.flyway.password", new Regle(presente, MIGRATION));
        regles.put("quarkus.flyway.jdbc-url", new Regle(presente, MIGRATION));
        regles.put(Cles.VAULT, new Regle(lecture::enClair, EN_CLAIR));
        regles.put(Cles.OIDC, new Regle(lecture::enClair, EN_CLAIR));
        regles.put("quarkus.vault.tls.skip-verify", new Regle(vraie, SANS_CONTROLE));
        regles.put("quarkus.tls.trust-all", new Regle(vraie, SANS_CONTROLE));
        regles.put("quarkus.oidc.tls.verification", new Regle(cle -> lecture.vaut(cle, "none"), SANS_CONTROLE));
        regles.put(
                "quarkus.oidc.tenant-enabled",
                new Regle(cle -> lecture.vaut(cle, "false"), "sans fournisseur OIDC personne n'est reconnu"));
        regles.put(
                "quarkus.oidc.token.issuer",
                new Regle(
                        cle -> lecture.vaut(cle, "any") || lecture.vaut(cle, Jetons.EMETTEUR),
                        "l'émetteur est celui du fournisseur, retirez cette clé"));
        regles.put(
                "quarkus.oidc.token.audience",
                new Regle(cle -> lecture.vaut(cle, "any"), "un jeton destiné à un autre service ne vaut pas ici"));
        return regles;
    }
}
