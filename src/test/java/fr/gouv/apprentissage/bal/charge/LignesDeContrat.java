package fr.gouv.apprentissage.bal.charge;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of a million contracts as COPY reads them: tabs, {@code \N} for NULL. Few establishments have many contracts, many have few. */
final class LignesDeContrat {

    static final String COLONNES =
            "id, source, etat_du, modifie_le, premiere_vue, derniere_vue, jour_lba, jour_tba, numero, type,"
                    + " dispositif, statut, date_conclusion, date_debut, date_fin, date_rupture, date_debut_formation, date_fin_formation,"
                    + " intitule_formation, cfd, rncp, employeur_siret, employeur_siren, employeur_denomination, employeur_naf, employeur_idcc,"
                    + " employeur_opco, employeur_effectif, employeur_type, employeur_code_postal, employeur_courriel, formation_siret,"
                    + " responsable_siret, responsable_uai, region, academie, departement";
    static final String COLONNES_IDENTITE =
            "enregistrement, personne, source, etat_du, nom, prenoms, date_naissance, sexe,"
                    + " departement_naissance, courriels, telephones, adresse";

    private static final String NUL = "\\N";
    private static final int ORGANISMES = 3_000;
    private static final int EMPLOYEURS = 300_000;
    private static final LocalDate PREMIER_DEBUT = LocalDate.of(2021, 9, 1);
    private static final List<String> OPCO = List.of(
            "OPCO EP",
            "OPCO EP",
            "OPCO EP",
            "AKTO",
            "AKTO",
            "OPCO 2I",
            "OPCO MOBILITES",
            "OPCOMMERCE",
            "OPCOMMERCE",
            "CONSTRUCTYS",
            "CONSTRUCTYS",
            "ATLAS",
            "AFDAS",
            "UNIFORMATION",
            "OPCO SANTE",
            "OCAPIAT",
            NUL);
    private static final List<String> STATUTS =
            List.of("ACTIF", "ACTIF", "ACTIF", "ACTIF", "ACTIF", "CORRIGE", "ROMPU", "SUPPRIME", "ANNULE");
    private static final List<String> TYPES = List.of("11", "11", "11", "21", "22", "23", "36", "37");

    private final long graine;
    private final long premier;
    private final Territoires territoires = new Territoires();

    LignesDeContrat(long graine, long premier) {
        this.graine = graine;
        this.premier = premier;
    }

    String contrat(long id) {
        var h = hasard(1, id);
        var debut = PREMIER_DEBUT.plusDays((int) (2_000 * (1 - Math.pow(h.nextDouble(), 2))));
        var vu = debut.plusDays(h.nextInt(60)) + " 03:00:00+00";
        int organisme = rare(h, ORGANISMES);
        var lieu = territoires.tire(new SplittableRandom(graine * 31 + organisme));
        boolean sansLieu = h.nextInt(100) < 3;
        int employeur = rare(h, EMPLOYEURS);
        var siren = avecCle(String.valueOf(10_000_000 + employeur));
        var opco = OPCO.get(new SplittableRandom(graine * 37 + employeur).nextInt(OPCO.size()));
        var siret = siret(organisme);
        boolean rompu = h.nextInt(100) < 18;
        return String.join(
                "\t",
                String.valueOf(id),
                h.nextInt(100) < 3 ? "OPCO" : "DECA",
                vu,
                vu,
                vu,
                vu,
                debut.toString(),
                debut.toString(),
                scelle(h, 46),
                TYPES.get(h.nextInt(TYPES.size())),
                h.nextInt(100) < 88 ? "APPR" : "PROF",
                STATUTS.get(h.nextInt(STATUTS.size())),
                parfois(h, 90, debut.minusDays(h.nextInt(45)).toString()),
                parfois(h, 95, debut.toString()),
                parfois(h, 95, debut.plusMonths(6 + h.nextInt(30)).toString()),
                rompu ? debut.plusDays(h.nextInt(300)).toString() : NUL,
                parfois(h, 90, debut.plusDays(h.nextInt(20)).toString()),
                parfois(h, 90, debut.plusMonths(5 + h.nextInt(30)).toString()),
                "FORMATION " + h.nextInt(900),
                parfois(h, 97, zeros(320 + h.nextInt(180), 3) + zeros(h.nextInt(400), 3) + zeros(h.nextInt(40), 2)),
                parfois(h, 70, "RNCP" + (10_000 + h.nextInt(30_000))),
                avecCle(siren + zeros(h.nextInt(4) * 11, 4)),
                siren,
                "ENTREPRISE " + employeur,
                zeros(100 + h.nextInt(9_000), 4) + "Z",
                zeros(h.nextInt(3_000), 4),
                opco,
                String.valueOf(h.nextInt(400)),
                String.valueOf(11 + h.nextInt(6)),
                zeros(1 + h.nextInt(95), 2) + zeros(h.nextInt(900), 3),
                scelle(h, 60),
                parfois(h, 88, siret),
                h.nextInt(100) < 75 ? siret : siret(rare(h, ORGANISMES)),
                zeros(organisme, 7) + "A",
                sansLieu ? NUL : lieu.region(),
                sansLieu ? NUL : lieu.academie(),
                sansLieu ? NUL : lieu.departement());
    }

    String identite(long id) {
        var h = hasard(2, id);
        long rang = id - premier;
        long personne = rang % 4 == 1 ? id - 1 : id;
        return String.join(
                "\t",
                String.valueOf(id),
                String.valueOf(personne),
                "DECA",
                "2026-01-01 03:00:00+00",
                scelle(h, 42),
                scelle(h, 44),
                scelle(h, 41),
                scelle(h, 32),
                scelle(h, 33),
                h.nextInt(100) < 85 ? scelle(h, 62) : NUL,
                h.nextInt(100) < 80 ? scelle(h, 43) : NUL,
                scelle(h, 70));
    }

    private SplittableRandom hasard(int usage, long id) {
        return new SplittableRandom(graine * 1_000_003 + usage + (id - premier) * 0x9E3779B97F4A7C15L);
    }

    /** Most draws fall on few numbers. */
    private static int rare(SplittableRandom h, int nombre) {
        return (int) (nombre * Math.pow(h.nextDouble(), 3));
    }

    private static String siret(int organisme) {
        return avecCle(avecCle(String.valueOf(70_000_000 + organisme)) + "0001");
    }

    /** The digits and their Luhn key: what reads them back refuses others. */
    private static String avecCle(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int chiffre = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            int poids = i % 2 == 0 ? chiffre * 2 : chiffre;
            somme += poids > 9 ? poids - 9 : poids;
        }
        return chiffres + (10 - somme % 10) % 10;
    }

    /** String.format would take longer than everything else together. */
    private static String zeros(int nombre, int largeur) {
        var chiffres = String.valueOf(nombre);
        return "0".repeat(Math.max(0, largeur - chiffres.length())) + chiffres;
    }

    private static String parfois(SplittableRandom h, int pourCent, String valeur) {
        return h.nextInt(100) < pourCent ? valeur : NUL;
    }

    private static String scelle(SplittableRandom h, int longueur) {
        var octets = new byte[longueur];
        h.nextBytes(octets);
        return "\\\\x" + HexFormat.of().formatHex(octets);
    }
}
