package fr.gouv.apprentissage.bal.feu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.gouv.apprentissage.bal.connecteur.deca.MondeServi;
import fr.gouv.apprentissage.bal.embarque.generateur.ContactsDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntrepriseDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.EntreprisesDemo;
import fr.gouv.apprentissage.bal.embarque.generateur.Extrait;
import fr.gouv.apprentissage.bal.embarque.generateur.Monde;
import fr.gouv.apprentissage.bal.embarque.generateur.MondeDOffres;
import fr.gouv.apprentissage.bal.embarque.generateur.OffreGeneree;
import fr.gouv.apprentissage.bal.embarque.generateur.SourceDeca;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources say: that of the first night, which is read in peace, and that of the last, which is read under fire. */
final class Univers {

    static final LocalDate PREMIER = MondeServi.PREMIER;
    private static final int JOURS = 5;
    private static final int OFFRES_PAR_JOUR = 6;

    private final int graine;
    private final Monde monde;
    private final MondeDOffres offres;
    private final EntreprisesDemo entreprises;

    Univers(int graine, int contrats) {
        this.graine = graine;
        this.monde = new Monde(graine, PREMIER, JOURS, contrats);
        this.offres = new MondeDOffres(graine, OFFRES_PAR_JOUR);
        this.entreprises = new EntreprisesDemo(graine);
    }

    LocalDate dernier() {
        return monde.dernierJour();
    }

    /** What DECA has to say: the world, and on two days a row that nobody will ever identify. */
    SourceDeca entiere() {
        return this::dites;
    }

    private List<JsonNode> dites(Extrait extrait, LocalDate jour) {
        var lignes = monde.lignes(extrait, jour);
        var sansNom = jour.equals(PREMIER) && extrait == Extrait.LBA
                || jour.equals(PREMIER.plusDays(2)) && extrait == Extrait.TBA;
        return sansNom
                ? Stream.concat(lignes.stream(), Stream.of(sansNom(lignes.get(0))))
                        .toList()
                : lignes;
    }

    private static JsonNode sansNom(JsonNode ligne) {
        ObjectNode autre = ligne.deepCopy();
        ((ObjectNode) autre.get("alternant")).put("nom", "");
        return autre;
    }

    MondeServi sert() {
        return new MondeServi(monde, source -> this::servies);
    }

    /**
     * As DECA serves it: on the last day some rows, each the only one of its contract, have a type that only tomorrow's rules know. They are in quarantine
     * until they are read again.
     */
    SourceDeca servie() {
        return this::servies;
    }

    private List<JsonNode> servies(Extrait extrait, LocalDate jour) {
        var lignes = dites(extrait, jour);
        if (!jour.equals(dernier())) {
            return lignes;
        }
        var combien = new HashMap<String, Integer>();
        for (var un : Extrait.values()) {
            monde.lignes(un, jour).forEach(ligne -> combien.merge(numero(ligne), 1, Integer::sum));
        }
        return lignes.stream()
                .map(ligne ->
                        combien.get(numero(ligne)) == 1 && numero(ligne).hashCode() % 2 == 0 ? dHier(ligne) : ligne)
                .toList();
    }

    private static String numero(JsonNode ligne) {
        return ligne.at("/detailsContrat/noContrat").asText().strip().toUpperCase(Locale.ROOT);
    }

    private static JsonNode dHier(JsonNode ligne) {
        var type = ligne.at("/detailsContrat/typeContrat").asText().strip();
        if (!type.matches("\\d\\d")) {
            return ligne;
        }
        ObjectNode autre = ligne.deepCopy();
        ((ObjectNode) autre.get("detailsContrat")).put("typeContrat", "T" + type);
        return autre;
    }

    /** What France Travail lists at a moment, of two départements. */
    List<OffreGeneree> offres(Instant maintenant) {
        return offres.offres(maintenant).stream()
                .map(une -> new OffreGeneree(
                        une.id(),
                        CourseDeSources.DEPARTEMENTS.get(Math.floorMod(une.id().hashCode(), 2)),
                        une.nature(),
                        une.creation(),
                        une.actualisation(),
                        une.rome(),
                        une.siret(),
                        une.courriel(),
                        une.contact()))
                .toList();
    }

    byte[] akto() {
        return new ContactsDemo(entreprises).akto();
    }

    byte[] ocapiat() {
        return new ContactsDemo(entreprises).ocapiat();
    }

    List<EntrepriseDemo> deLAkto() {
        return entreprises.de("AKTO");
    }

    /** A file of Constructys: of those companies the first night has some and the last others, both have most. */
    byte[] constructys(boolean derniereNuit) {
        return deConstructys(derniereNuit).entrySet().stream()
                .map(une -> une.getKey() + ";" + String.join(",", une.getValue()))
                .collect(Collectors.joining("\r\n", "Siret;Mails\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its addresses by establishment. */
    Map<String, List<String>> deConstructys(boolean derniereNuit) {
        var lignes = new TreeMap<String, List<String>>();
        var rang = 0;
        for (var une : entreprises.de("CONSTRUCTYS")) {
            if (rang++ % 5 != (derniereNuit ? 0 : 1)) {
                lignes.put(
                        une.siret(),
                        Stream.of(une.courriel(), "contact@" + une.domaine()).toList());
            }
        }
        return lignes;
    }

    @Override
    public String toString() {
        return "Univers[" + graine + "]";
    }
}
