package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Classe;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import fr.gouv.apprentissage.bal.identifiant.Siren;
import fr.gouv.apprentissage.bal.identifiant.Siret;
import fr.gouv.apprentissage.bal.referentiel.StatutApprenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Registers: overlapping habilitations, some expired, to come, revoked or for another purpose, some masked, each with its perimeter. */
final class RegistreAuHasard {

    static final LocalDate JOUR = LocalDate.of(2026, 6, 15);
    static final String CLIENT = "lba";
    static final String FINALITE = "prise-de-rendez-vous";

    private static final List<String> TYPES =
            List.of("Contrat", "Employeur", "Personne", "ContratConnection", "PersonneConnection");
    private static final Map<String, Masque> MASQUES = Map.of(
            "Personne.nom", Masque.INITIALE,
            "Personne.prenoms", Masque.INITIALE,
            "Personne.dateNaissance", Masque.ANNEE,
            "Personne.courriels", Masque.DOMAINE,
            "Personne.adresse", Masque.DEPARTEMENT,
            "Employeur.courriel", Masque.DOMAINE,
            "Contrat.dateDebut", Masque.ANNEE,
            "Contrat.dateFin", Masque.ANNEE);

    private final Hasard hasard;

    RegistreAuHasard(Hasard hasard) {
        this.hasard = hasard;
    }

    List<Octroi> octrois() {
        var octrois = new ArrayList<Octroi>();
        for (int i = hasard.entre(hasard.une(1, 20) ? 0 : 1, 4); i > 0; i--) {
            octrois.add(octroi("h-" + i, CLIENT));
        }
        octrois.add(octroi("z-autre", "tdb"));
        return List.copyOf(octrois);
    }

    private Octroi octroi(String id, String client) {
        var debut = JOUR.minusDays(hasard.une(1, 4) ? 0 : 100);
        var fin = JOUR.plusDays(hasard.une(1, 4) ? 0 : 100);
        var etat = hasard.entre(0, 15);
        return new Octroi(
                id,
                client,
                etat == 0 ? "autre-finalite" : FINALITE,
                "CGU",
                "DGEFP",
                etat == 1 ? JOUR.plusDays(1) : debut,
                etat == 2 ? JOUR.minusDays(1) : fin,
                etat == 3 ? Optional.of("abus") : Optional.empty(),
                perimetre(),
                droits());
    }

    /** The client, now and then suspended, whole or for a class. */
    Map<String, ClientHabilite> clients() {
        Set<Classe> classes =
                hasard.une(1, 8) ? Set.of(Classe.values()[hasard.entre(0, Classe.values().length - 1)]) : Set.of();
        var suspension = Suspension.de(Banc.CATALOGUE, hasard.une(1, 40), classes);
        return Map.of(CLIENT, new ClientHabilite(CLIENT, "La bonne alternance", Optional.of(FINALITE), suspension));
    }

    /** What an agent behind the client may reach. */
    Perimetre agent() {
        return hasard.une(1, 4) ? perimetre() : Perimetre.SANS_BORNE;
    }

    private Perimetre perimetre() {
        if (hasard.une(1, 3)) {
            return Perimetre.SANS_BORNE;
        }
        var cle = hasard.entre(0, 6);
        var autre = hasard.une(1, 3) ? hasard.entre(0, 6) : cle;
        return new Perimetre(
                cle == 0 || autre == 0 ? valeurs(Hasard.REGIONS) : null,
                cle == 1 || autre == 1 ? valeurs(Hasard.ACADEMIES) : null,
                cle == 2 || autre == 2 ? valeurs(Hasard.DEPARTEMENTS) : null,
                cle == 3 || autre == 3
                        ? valeurs(Hasard.SIRETS).stream().map(Siret::new).toList()
                        : null,
                cle == 4 || autre == 4
                        ? valeurs(Hasard.EMPLOYEURS).stream()
                                .map(siret -> new Siren(siret.substring(0, 9)))
                                .toList()
                        : null,
                cle == 5 || autre == 5 ? valeurs(Hasard.OPCOS) : null,
                cle == 6 || autre == 6 ? valeurs(Hasard.SOURCES) : null,
                hasard.une(1, 30) ? List.of(StatutApprenant.APPRENTI) : null);
    }

    private List<String> valeurs(List<String> toutes) {
        return hasard.quelques(toutes, hasard.une(1, 12) ? 0 : 1, 3);
    }

    private Map<Coordonnee, Droit> droits() {
        var droits = new LinkedHashMap<Coordonnee, Droit>();
        var etoile = hasard.une(1, 3);
        var densite = hasard.entre(3, 10);
        var filtrant = hasard.une(1, 3) ? 10 : hasard.entre(1, 10);
        var lisant = hasard.une(1, 6) ? 0 : 9;
        var types = hasard.une(1, 6) ? List.of("Personne") : hasard.une(1, 5) ? hasard.quelques(TYPES, 1, 2) : TYPES;
        for (ChampDeclare champ : Banc.CATALOGUE.tous()) {
            if (etoile && lisant > 0 && champ.coordonnee().type().equals("Contrat") && !champ.personnel()) {
                droits.put(champ.coordonnee(), new Droit(EnumSet.of(Acces.LIRE), Masque.AUCUN));
            }
            if (hasard.une(densite, 10) && types.contains(champ.coordonnee().type())) {
                droits.put(champ.coordonnee(), droit(champ.coordonnee(), lisant, filtrant));
            }
        }
        return droits;
    }

    private Droit droit(Coordonnee coordonnee, int lisant, int filtrant) {
        var acces = EnumSet.noneOf(Acces.class);
        if (hasard.une(lisant, 10)) {
            acces.add(Acces.LIRE);
        }
        if (hasard.une(filtrant, 10)) {
            acces.add(Acces.FILTRER);
        }
        if (hasard.une(filtrant, 10)) {
            acces.add(Acces.TRIER);
        }
        if (hasard.une(1, 10)) {
            acces.add(Acces.EXPORTER);
        }
        var masque = MASQUES.get(coordonnee.toString());
        return new Droit(acces, masque != null && hasard.une(1, 2) ? masque : Masque.AUCUN);
    }

    /** As a person would write it, for who reads a failure. */
    static String texte(List<Octroi> octrois) {
        var texte = new StringBuilder();
        for (Octroi octroi : octrois) {
            texte.append("- id: %s, client: %s, finalite: %s, du: %s, au: %s%s%n  perimetre: %s%n  champs:%n"
                    .formatted(
                            octroi.id(),
                            octroi.client(),
                            octroi.finalite(),
                            octroi.du(),
                            octroi.au(),
                            octroi.motifRevocation().isPresent() ? ", révoquée" : "",
                            octroi.perimetre().bornes()));
            octroi.droits().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .collect(Collectors.groupingBy(
                            droit -> droit.getValue().acces().stream().sorted().toList() + " "
                                    + droit.getValue().masque(),
                            LinkedHashMap::new,
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                    .forEach((droit, champs) -> texte.append("    %s: %s%n".formatted(droit, champs)));
        }
        return texte.toString();
    }
}
