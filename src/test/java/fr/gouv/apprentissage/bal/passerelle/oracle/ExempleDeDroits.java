package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.passerelle.execution.Mode;
import fr.gouv.apprentissage.bal.passerelle.execution.Reponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A small world and the habilitations of one caller, for examples that can be read. The oracle checks each answer too. */
final class ExempleDeDroits {

    private final Banc banc;
    private final List<Fiche> fiches = new ArrayList<>();
    private final List<Octroi> octrois = new ArrayList<>();

    /** Something that goes wrong. */
    interface Incident {
        void arrive() throws Exception;
    }

    ExempleDeDroits(Banc banc) {
        this.banc = banc;
    }

    /** A contract of a region; {@code heure} is how new its state is. Values: coordinate, value, coordinate, value… */
    ExempleDeDroits contrat(long id, String region, long personne, int heure, Object... valeurs) {
        var parCoordonnee = new LinkedHashMap<String, Object>();
        for (int i = 0; i < valeurs.length; i += 2) {
            parCoordonnee.put((String) valeurs[i], valeurs[i + 1]);
        }
        var vu = Depot.moment(heure * 3600L);
        var codes = Map.of("region", region);
        fiches.add(new Fiche(
                id, new UUID(0, id), personne, "DECA", vu, vu, vu, vu, null, parCoordonnee, codes, List.of()));
        return this;
    }

    /** An habilitation for this region, "" for all; lines such as {@code "Personne.nom LIRE INITIALE"}. */
    ExempleDeDroits habilitation(String id, String region, String... lignes) {
        var droits = new LinkedHashMap<Coordonnee, Droit>();
        for (var ligne : lignes) {
            var mots = ligne.split(" ");
            var acces = Arrays.stream(mots[1].split("\\+")).map(Acces::valueOf).toList();
            var masque = mots.length > 2 ? Masque.valueOf(mots[2]) : Masque.AUCUN;
            droits.put(Coordonnee.lis(mots[0]), new Droit(Set.copyOf(acces), masque));
        }
        var perimetre = region.isEmpty()
                ? Perimetre.SANS_BORNE
                : new Perimetre(List.of(region), null, null, null, null, null, null, null);
        octrois.add(new Octroi(
                id,
                RegistreAuHasard.CLIENT,
                RegistreAuHasard.FINALITE,
                "CGU",
                "DGEFP",
                RegistreAuHasard.JOUR,
                RegistreAuHasard.JOUR,
                Optional.empty(),
                perimetre,
                droits));
        return this;
    }

    Reponse demande(String document) throws Exception {
        return demande(document, Mode.NORMAL);
    }

    Reponse demande(String texte, Mode mode) throws Exception {
        var monde = new Monde(fiches, List.of(), List.of(), Map.of(), Map.of(), Map.of());
        banc.remplace(monde);
        banc.remplace(octrois);
        var essai = new Essai(banc, monde, appelant(), mode, connus(monde));
        var document = Banc.document(texte);
        essai.joue(document, Map.of());
        return essai.reponse(document, Map.of());
    }

    /** What the engine answers once somebody did this in SQL to the database that was filled. */
    Reponse demandeApres(String alteration, String texte) throws Exception {
        return demandeApres(() -> banc.altere(alteration), texte);
    }

    /** What the engine answers once this happened to the database that was filled, or to the keys. */
    Reponse demandeApres(Incident incident, String texte) throws Exception {
        banc.remplace(new Monde(fiches, List.of(), List.of(), Map.of(), Map.of(), Map.of()));
        banc.remplace(octrois);
        incident.arrive();
        return banc.execute(Banc.document(texte), Map.of(), appelant(), Mode.NORMAL);
    }

    /** What the operation takes, after a first time that made its plan. */
    Comptage.Cout mesure(String texte) throws Exception {
        banc.remplace(new Monde(fiches, List.of(), List.of(), Map.of(), Map.of(), Map.of()));
        banc.remplace(octrois);
        var document = Banc.document(texte);
        banc.execute(document, Map.of(), appelant(), Mode.NORMAL);
        banc.comptage().depuis();
        banc.execute(document, Map.of(), appelant(), Mode.NORMAL);
        return banc.comptage().depuis();
    }

    static Appelant appelant() {
        return new Appelant(
                RegistreAuHasard.CLIENT,
                Optional.empty(),
                Optional.of(RegistreAuHasard.FINALITE),
                RegistreAuHasard.JOUR,
                Set.of());
    }

    String id(String type, long interne) {
        return banc.pseudonymes().id(RegistreAuHasard.CLIENT, type, interne);
    }

    private OracleDeReponse.Connus connus(Monde monde) {
        var contrats = new LinkedHashMap<String, Long>();
        monde.fiches().forEach(fiche -> contrats.put(id("Contrat", fiche.id()), fiche.id()));
        var personnes = new LinkedHashMap<String, Long>();
        monde.personnes().forEach(personne -> personnes.put(id("Personne", personne), personne));
        return new OracleDeReponse.Connus(contrats, personnes, new LinkedHashMap<>());
    }
}
