package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.scellement.ChampScelle;
import fr.gouv.apprentissage.bal.scellement.ChampsScelles;
import fr.gouv.apprentissage.bal.scellement.CleEnregistrement;
import fr.gouv.apprentissage.bal.scellement.GenreIndex;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Scellement;
import fr.gouv.apprentissage.bal.scellement.ScellementDeTest;
import fr.gouv.apprentissage.bal.scellement.Sealed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores a world as ingestion would: sealed, with its blind indexes. */
final class Depot {

    private final Connection connexion;
    private final Catalogue catalogue;
    private final Scellement scellement;
    private final IndexAveugles index;

    Depot(Connection connexion, Catalogue catalogue, ScellementDeTest sceaux) {
        this.connexion = connexion;
        this.catalogue = catalogue;
        this.scellement = sceaux.scellement();
        this.index = sceaux.index();
    }

    void remplace(Monde monde) throws SQLException {
        connexion.setAutoCommit(false);
        try (var ordre = connexion.createStatement()) {
            ordre.execute(
                    "truncate contrat, identite, changement, secret, index_aveugle, personne_fusionnee, organisme_par_uai,"
                            + " certification_par_rncp, organisme, certification restart identity");
        }
        for (var organisme : monde.organismes()) {
            insere("organisme", organisme);
        }
        for (var certification : monde.certifications()) {
            insere("certification", certification);
        }
        for (var cle : monde.parUai().entrySet()) {
            insere("organisme_par_uai", Map.of("uai", cle.getKey(), "organisme", cle.getValue()));
        }
        for (var cle : monde.parRncp().entrySet()) {
            insere("certification_par_rncp", Map.of("rncp", cle.getKey(), "certification", cle.getValue()));
        }
        for (var fusion : monde.fusions().entrySet()) {
            insere("personne_fusionnee", Map.of("ancienne", fusion.getKey(), "survivante", fusion.getValue()));
        }
        for (var fiche : monde.fiches()) {
            depose(fiche);
        }
        connexion.commit();
    }

    private void depose(Fiche fiche) throws SQLException {
        var cle = scellement.nouvelle(fiche.id());
        insere("secret", Map.of("enregistrement", fiche.id(), "epoque", cle.epoque(), "enveloppe", cle.enveloppe()));
        // While epochs turn a record stands in two: the newest counts, and no row is doubled.
        insere("secret", Map.of("enregistrement", fiche.id(), "epoque", 0, "enveloppe", new byte[60]));
        var contrat = new LinkedHashMap<String, Object>();
        contrat.put("id", fiche.id());
        contrat.put("jeton", fiche.jeton());
        contrat.put("source", fiche.source());
        contrat.put("etat_du", fiche.etatDu());
        contrat.put("modifie_le", fiche.modifieLe());
        contrat.put("premiere_vue", fiche.premiereVue());
        contrat.put("derniere_vue", fiche.derniereVue());
        contrat.put("expire_le", fiche.expireLe());
        contrat.putAll(fiche.codes());
        contrat.putAll(colonnes(fiche, cle, "Contrat"));
        contrat.putAll(colonnes(fiche, cle, "Employeur"));
        insere("contrat", contrat);
        if (fiche.personne() != null) {
            var identite = new LinkedHashMap<>(colonnes(fiche, cle, "Personne"));
            identite.put("enregistrement", fiche.id());
            identite.put("personne", fiche.personne());
            identite.put("source", fiche.source());
            identite.put("etat_du", fiche.etatDu());
            insere("identite", identite);
            indexe(fiche);
        }
        for (var trace : fiche.traces()) {
            trace(fiche, cle, trace);
        }
    }

    private Map<String, Object> colonnes(Fiche fiche, CleEnregistrement cle, String type) {
        var colonnes = new LinkedHashMap<String, Object>();
        for (var champ : catalogue.duType(type)) {
            var valeur = fiche.valeur(champ.coordonnee().toString());
            if (champ.stocke() && valeur.isPresent()) {
                colonnes.put(
                        champ.colonne(), champ.personnel() ? scelle(cle, champ, valeur.get()) : clair(valeur.get()));
            }
        }
        return colonnes;
    }

    private static Object clair(Object valeur) {
        return valeur instanceof Integer || valeur instanceof LocalDate ? valeur : Valeurs.texte(valeur);
    }

    @SuppressWarnings("unchecked")
    private byte[] scelle(CleEnregistrement cle, ChampDeclare champ, Object valeur) {
        return scellement.scelle(cle, (ChampScelle<Object>) ChampsScelles.de(champ), Sealed.recu(valeur));
    }

    private void trace(Fiche fiche, CleEnregistrement cle, Fiche.Trace trace) throws SQLException {
        var colonnes = new LinkedHashMap<String, Object>();
        colonnes.put("enregistrement", fiche.id());
        colonnes.put("champ", trace.champ());
        colonnes.put("le", trace.le());
        var champ = catalogue.champ(Coordonnee.lis(trace.champ())).orElseThrow();
        valeur(colonnes, "avant", cle, champ, trace.avant());
        valeur(colonnes, "apres", cle, champ, trace.apres());
        insere("changement", colonnes);
    }

    private void valeur(
            Map<String, Object> colonnes, String nom, CleEnregistrement cle, ChampDeclare champ, Object valeur) {
        if (valeur != null) {
            colonnes.put(
                    champ.personnel() ? nom : nom + "_clair", champ.personnel() ? scelle(cle, champ, valeur) : valeur);
        }
    }

    private void indexe(Fiche fiche) throws SQLException {
        if (fiche.valeur("Personne.ine").isPresent()) {
            index(
                    fiche,
                    GenreIndex.INE,
                    List.of(Sealed.recu(fiche.valeur("Personne.ine").get())));
        }
        for (var courriel : (List<?>) fiche.valeur("Personne.courriels").orElse(List.of())) {
            index(fiche, GenreIndex.COURRIEL, List.of(Sealed.recu(Valeurs.texte(courriel))));
        }
        for (var telephone : (List<?>) fiche.valeur("Personne.telephones").orElse(List.of())) {
            index(fiche, GenreIndex.TELEPHONE, List.of(Sealed.recu(telephone)));
        }
        var identite = List.of("Personne.nom", "Personne.prenoms", "Personne.dateNaissance");
        if (identite.stream().allMatch(coordonnee -> fiche.valeur(coordonnee).isPresent())) {
            index(
                    fiche,
                    GenreIndex.IDENTITE,
                    identite.stream()
                            .<Sealed<?>>map(coordonnee ->
                                    Sealed.recu(fiche.valeur(coordonnee).get()))
                            .toList());
        }
    }

    private void index(Fiche fiche, GenreIndex genre, List<Sealed<?>> parties) throws SQLException {
        for (var generation : index.empreintes(genre, parties)) {
            insere(
                    "index_aveugle",
                    Map.of(
                            "genre",
                            (short) genre.numero(),
                            "generation",
                            (short) generation.numero(),
                            "empreinte",
                            generation.empreinte(),
                            "enregistrement",
                            fiche.id()));
        }
    }

    private void insere(String table, Map<String, ?> valeurs) throws SQLException {
        var presentes = new LinkedHashMap<String, Object>(valeurs);
        presentes.values().removeIf(valeur -> valeur == null);
        var places = presentes.keySet().stream().map(colonne -> "?").collect(Collectors.joining(", "));
        try (var ordre = connexion.prepareStatement("insert into " + table + " ("
                + String.join(", ", presentes.keySet()) + ") values (" + places + ") on conflict do nothing")) {
            var place = 1;
            for (Object valeur : presentes.values()) {
                ordre.setObject(place++, valeur);
            }
            ordre.executeUpdate();
        }
    }

    /** What a moment becomes in the database: microseconds. */
    static OffsetDateTime moment(long secondes) {
        return OffsetDateTime.parse("2026-01-01T00:00:00Z").plusSeconds(secondes);
    }
}
