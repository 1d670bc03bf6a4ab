package fr.gouv.apprentissage.bal.passerelle.oracle;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Explication;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import fr.gouv.apprentissage.bal.habilitation.Octroi;
import fr.gouv.apprentissage.bal.habilitation.Perimetre;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** DESIGN.md, "What rights mean": which habilitation covers what, said with loops. */
final class OracleDeDroits {

    private final List<Octroi> siens = new ArrayList<>();
    private final List<Octroi> actifs = new ArrayList<>();
    private final Optional<String> finalite;
    private final LocalDate jour;
    private final Perimetre agent;

    OracleDeDroits(Registre registre, Appelant appelant) {
        this.finalite = appelant.finalite();
        this.jour = appelant.jour();
        this.agent = appelant.perimetre();
        Suspension suspension = Suspension.AUCUNE;
        if (registre.clients().containsKey(appelant.client())) {
            suspension = registre.clients().get(appelant.client()).suspension();
        }
        for (Octroi octroi : registre.octrois()) {
            if (octroi.client().equals(appelant.client())) {
                siens.add(octroi);
                if (enVigueur(octroi) && !suspension.totale()) {
                    actifs.add(sansCeQuiEstSuspendu(octroi, suspension));
                }
            }
        }
        actifs.sort(Comparator.comparing(Octroi::id));
    }

    private boolean enVigueur(Octroi octroi) {
        return octroi.finalite().equals(finalite.orElse(null)) && enCours(octroi);
    }

    private static Octroi sansCeQuiEstSuspendu(Octroi octroi, Suspension suspension) {
        var restants = new LinkedHashMap<Coordonnee, Droit>();
        for (var droit : octroi.droits().entrySet()) {
            if (!suspension.coordonnees().contains(droit.getKey())) {
                restants.put(droit.getKey(), droit.getValue());
            }
        }
        return new Octroi(
                octroi.id(),
                octroi.client(),
                octroi.finalite(),
                octroi.baseLegale(),
                octroi.accordeePar(),
                octroi.du(),
                octroi.au(),
                octroi.motifRevocation(),
                octroi.perimetre(),
                restants);
    }

    private boolean enCours(Octroi octroi) {
        return octroi.motifRevocation().isEmpty()
                && jour.compareTo(octroi.du()) >= 0
                && jour.compareTo(octroi.au()) <= 0;
    }

    static boolean accorde(Octroi octroi, String coordonnee, Acces acces) {
        var droit = octroi.droits().get(Coordonnee.lis(coordonnee));
        return droit != null && droit.acces().contains(acces);
    }

    private static Masque masque(Octroi octroi, String coordonnee) {
        return octroi.droits().get(Coordonnee.lis(coordonnee)).masque();
    }

    private static boolean accordeDuType(Octroi octroi, String type) {
        for (var droit : octroi.droits().entrySet()) {
            if (droit.getKey().type().equals(type) && droit.getValue().acces().contains(Acces.LIRE)) {
                return true;
            }
        }
        return false;
    }

    /** The habilitation's perimeter and the agent's. */
    private boolean couvre(Octroi octroi, Fiche fiche) {
        return atteint(octroi.perimetre(), fiche) && atteint(agent, fiche);
    }

    /** All keys must hold on the record; a contract has no learner's status. */
    private static boolean atteint(Perimetre perimetre, Fiche fiche) {
        return parmi(perimetre.regions(), fiche.code("region"))
                && parmi(perimetre.academies(), fiche.code("academie"))
                && parmi(perimetre.departements(), fiche.code("departement"))
                && (parmi(perimetre.organismes(), fiche.code("formation_siret"))
                        || parmi(perimetre.organismes(), fiche.code("responsable_siret")))
                && parmi(perimetre.sirens(), fiche.valeur("Employeur.siren").orElse(null))
                && parmi(perimetre.opcos(), fiche.valeur("Employeur.opco").orElse(null))
                && parmi(perimetre.sources(), fiche.source())
                && perimetre.statuts() == null;
    }

    private static boolean parmi(List<?> valeurs, Object valeur) {
        if (valeurs == null) {
            return true;
        }
        for (Object une : valeurs) {
            if (valeur != null && Valeurs.texte(une).equals(Valeurs.texte(valeur))) {
                return true;
            }
        }
        return false;
    }

    boolean accordeQuelquePart(String coordonnee, Acces acces) {
        return actifs.stream().anyMatch(octroi -> accorde(octroi, coordonnee, acces));
    }

    boolean accordeIci(Fiche fiche, String coordonnee, Acces acces) {
        return actifs.stream().anyMatch(octroi -> accorde(octroi, coordonnee, acces) && couvre(octroi, fiche));
    }

    List<Octroi> quiAccordent(String coordonnee, Acces acces) {
        return actifs.stream()
                .filter(octroi -> accorde(octroi, coordonnee, acces))
                .toList();
    }

    /** Of those that let read the field on this record the one that hides least, then the first by id. */
    Optional<Octroi> meilleur(Fiche fiche, String coordonnee) {
        Octroi meilleur = null;
        for (Octroi octroi : actifs) {
            if (accorde(octroi, coordonnee, Acces.LIRE)
                    && couvre(octroi, fiche)
                    && (meilleur == null
                            || masque(octroi, coordonnee).ordinal()
                                    < masque(meilleur, coordonnee).ordinal())) {
                meilleur = octroi;
            }
        }
        return Optional.ofNullable(meilleur);
    }

    /** What {@code explique} has to answer: of those that let read the one that hides least, of the others the first by id. */
    Explication explique(String coordonnee, Acces acces) {
        Octroi retenu = null;
        for (Octroi octroi : quiAccordent(coordonnee, acces)) {
            if (retenu == null
                    || acces == Acces.LIRE
                            && masque(octroi, coordonnee).ordinal()
                                    < masque(retenu, coordonnee).ordinal()) {
                retenu = octroi;
            }
        }
        if (retenu == null) {
            return new Explication(coordonnee, acces, false, Masque.AUCUN, null, motif(coordonnee, acces));
        }
        var masque = acces == Acces.LIRE ? masque(retenu, coordonnee) : Masque.AUCUN;
        return new Explication(coordonnee, acces, true, masque, retenu.id(), null);
    }

    Masque masque(Fiche fiche, String coordonnee) {
        return masque(meilleur(fiche, coordonnee).orElseThrow(), coordonnee);
    }

    /** The habilitations by which something of this type shows on this record. */
    List<Octroi> quiMontrent(Fiche fiche, String type) {
        return actifs.stream()
                .filter(octroi -> accordeDuType(octroi, type) && couvre(octroi, fiche))
                .toList();
    }

    boolean visible(Fiche fiche) {
        return !quiMontrent(fiche, "Contrat").isEmpty();
    }

    /** Whether the record contributes anything to its person. */
    boolean contribue(Fiche fiche) {
        return visible(fiche) && !quiMontrent(fiche, "Personne").isEmpty();
    }

    /** The reason that is nearest to being granted. */
    String motif(String coordonnee, Acces acces) {
        boolean suspendu = false;
        boolean autreAcces = false;
        boolean revoquee = false;
        boolean expiree = false;
        boolean aVenir = false;
        boolean autreFinalite = false;
        for (Octroi octroi : siens) {
            boolean sienne = octroi.finalite().equals(finalite.orElse(null));
            boolean accorde = accorde(octroi, coordonnee, acces);
            suspendu |= enVigueur(octroi) && accorde;
            revoquee |= sienne && accorde && octroi.motifRevocation().isPresent();
            expiree |= sienne && accorde && octroi.motifRevocation().isEmpty() && jour.isAfter(octroi.au());
            aVenir |= sienne && accorde && octroi.motifRevocation().isEmpty() && jour.isBefore(octroi.du());
            autreFinalite |= !sienne && accorde && enCours(octroi);
        }
        for (Octroi octroi : actifs) {
            autreAcces |= unAcces(octroi, coordonnee);
        }
        if (suspendu) {
            return "SUSPENDU";
        }
        return autreAcces
                ? "AUTRE_ACCES"
                : revoquee
                        ? "REVOQUEE"
                        : expiree ? "EXPIREE" : aVenir ? "A_VENIR" : autreFinalite ? "AUTRE_FINALITE" : "AUCUN_DROIT";
    }

    private static boolean unAcces(Octroi octroi, String coordonnee) {
        var droit = octroi.droits().get(Coordonnee.lis(coordonnee));
        return Objects.nonNull(droit) && !droit.acces().isEmpty();
    }
}
