package fr.gouv.apprentissage.bal.habilitation;

import fr.gouv.apprentissage.bal.declaration.ArgumentInvalide;
import fr.gouv.apprentissage.bal.declaration.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds what a person asks to grant to the rules that hold for the file: known client and coordinates, masks that fit, an end after the start, no search
 * that undoes a mask. A pure function of the register.
 */
public final class DemandeDOctroi {

    /** Ids and purposes stand in headers, in the journal and in lists with commas. */
    public static final Pattern NOM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final int TEXTE_MAX = 4_000;

    private static final Map<DroitsEcrits.Genre, String> MESSAGES = Map.of(
            DroitsEcrits.Genre.COORDONNEE_INCONNUE, "cette coordonnée n'existe pas, ou ne demande aucun droit",
            DroitsEcrits.Genre.MASQUE_INADAPTE, "ce masque ne convient pas à ce champ",
            DroitsEcrits.Genre.FILTRE_MASQUE, "FILTRER n'est pas permis sous un masque : chercher déferait le masque");

    private final Registre registre;
    private final Catalogue catalogue;

    public DemandeDOctroi(Registre registre, Catalogue catalogue) {
        this.registre = registre;
        this.catalogue = catalogue;
    }

    /**
     * What would be granted.
     *
     * @param id of the habilitation
     * @param remplace the version that it would take the place of
     * @param accordeePar who grants
     * @throws ArgumentInvalide with every fault; names fields, never their values
     */
    public Octroi octroi(HabilitationInput demande, String id, Optional<Octroi> remplace, String accordeePar) {
        var fautes = new ArrayList<String>();
        if (!registre.clients().containsKey(demande.client())) {
            fautes.add("habilitation.client : ce client n'est pas au registre");
        }
        if (!NOM.matcher(demande.finalite()).matches()) {
            fautes.add("habilitation.finalite : lettres, chiffres, points et tirets, au plus cent");
        }
        if (demande.baseLegale().isBlank() || demande.baseLegale().length() > TEXTE_MAX) {
            fautes.add("habilitation.baseLegale : de un à " + TEXTE_MAX + " caractères");
        }
        if (demande.au().isBefore(demande.du())) {
            fautes.add("habilitation.au : ce jour précède « du »");
        }
        if (remplace.isPresent()
                && !(remplace.get().client().equals(demande.client())
                        && remplace.get().finalite().equals(demande.finalite()))) {
            fautes.add("id : cette habilitation est d'un autre client ou d'une autre finalité");
        }
        var perimetre = demande.perimetre().perimetre();
        FormesDePerimetre.fautives(perimetre)
                .forEach(cle -> fautes.add("habilitation.perimetre." + cle + " : une valeur n'est pas un code admis"));
        var droits = droits(demande, fautes);
        var octroi = new Octroi(
                id,
                demande.client(),
                demande.finalite(),
                demande.baseLegale().strip(),
                accordeePar,
                demande.du(),
                demande.au(),
                Optional.empty(),
                perimetre,
                droits.droits());
        if (fautes.isEmpty()) {
            filtres(octroi, demande, droits, fautes);
        }
        if (!fautes.isEmpty()) {
            throw new ArgumentInvalide("habilitation", String.join(" ; ", fautes));
        }
        return octroi;
    }

    /**
     * Whether what was proposed may still be granted beside what others were granted since.
     *
     * @throws ArgumentInvalide when a search would undo a mask
     */
    public static void verifieAvec(Registre registre, Octroi octroi) {
        conflits(registre, octroi).findFirst().ifPresent(conflit -> {
            throw new ArgumentInvalide(
                    "id",
                    "id : avec l'habilitation "
                            + (conflit.cherche() == octroi
                                    ? conflit.masquee().id()
                                    : conflit.cherche().id())
                            + ", accordée depuis, une recherche déferait un masque");
        });
    }

    private static Stream<FiltresSousMasque.Conflit> conflits(Registre registre, Octroi octroi) {
        var autres = registre.octrois().stream()
                .filter(autre -> autre.motifRevocation().isEmpty()
                        && !autre.id().equals(octroi.id())
                        && autre.client().equals(octroi.client()));
        return FiltresSousMasque.entre(Stream.concat(autres, Stream.of(octroi)).toList()).stream()
                .filter(conflit -> conflit.cherche() == octroi || conflit.masquee() == octroi);
    }

    private DroitsEcrits droits(HabilitationInput demande, List<String> fautes) {
        if (demande.champs().isEmpty()) {
            fautes.add("habilitation.champs : au moins un champ est attendu");
        }
        var ecrits = new LinkedHashMap<String, Droit>();
        for (int i = 0; i < demande.champs().size(); i++) {
            var champ = demande.champs().get(i);
            if (ecrits.put(champ.coordonnee(), champ.droit()) != null) {
                fautes.add("habilitation.champs[" + i + "] : cette coordonnée est donnée deux fois");
            }
        }
        var lus = DroitsEcrits.lis(catalogue, ecrits);
        lus.fautes().forEach(faute -> fautes.add(place(demande, faute.cle()) + " : " + MESSAGES.get(faute.genre())));
        return lus;
    }

    private void filtres(Octroi octroi, HabilitationInput demande, DroitsEcrits droits, List<String> fautes) {
        conflits(registre, octroi).forEach(conflit -> {
            var place = place(demande, droits.cles().get(conflit.coordonnee()));
            fautes.add(
                    conflit.cherche() == octroi
                            ? place + " : FILTRER n'est pas permis, l'habilitation "
                                    + conflit.masquee().id() + " n'accorde ce champ que masqué"
                            : place + " : l'habilitation " + conflit.cherche().id()
                                    + " permet d'y chercher, ce qui déferait le masque");
        });
    }

    private static String place(HabilitationInput demande, String cle) {
        var champs = demande.champs();
        for (int i = 0; i < champs.size(); i++) {
            if (champs.get(i).coordonnee().equals(cle)) {
                return "habilitation.champs[" + i + "]";
            }
        }
        return "habilitation.champs";
    }
}
