package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.DroitsEcrits;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code champs}: coordinate → accesses, mask. */
final class LectureDroits {

    private static final Set<String> CLES = Set.of("acces", "masque");

    private final Catalogue catalogue;
    private final Fautes fautes;

    LectureDroits(Catalogue catalogue, Fautes fautes) {
        this.catalogue = catalogue;
        this.fautes = fautes;
    }

    /**
     * What the entry grants.
     *
     * @param droits by coordinate, {@code *} expanded; a coordinate with an empty list of accesses is not there
     * @param lignes line that grants each of them
     * @param ecrits by key, as it is written
     */
    record Droits(Map<Coordonnee, Droit> droits, Map<Coordonnee, Integer> lignes, Map<String, Droit> ecrits) {}

    Droits lis(Node noeud) {
        var ecrits = new LinkedHashMap<String, Droit>();
        var entrees = new HashMap<String, Objet.Entree>();
        Objet.lis(noeud, "champs", fautes).ifPresent(champs -> {
            if (champs.entrees().isEmpty()) {
                fautes.ajoute(noeud, "« champs » : au moins un champ est attendu");
            }
            champs.entrees().forEach((cle, entree) -> {
                ecrits.put(cle, droit(cle, entree.valeur()));
                entrees.put(cle, entree);
            });
        });
        var lus = DroitsEcrits.lis(catalogue, ecrits);
        for (var faute : lus.fautes()) {
            var entree = entrees.get(faute.cle());
            var cle = faute.cle();
            switch (faute.genre()) {
                case COORDONNEE_INCONNUE -> fautes.ajoute(entree.cle(), "coordonnée inconnue « " + cle + " »");
                case MASQUE_INADAPTE ->
                    fautes.ajoute(
                            entree.valeur(), "le masque " + ecrits.get(cle).masque() + " ne convient pas à " + cle);
                case FILTRE_MASQUE ->
                    fautes.ajoute(
                            entree.valeur(),
                            "FILTRER sur " + cle + " : le champ n'est accordé que masqué, chercher déferait le masque");
                default -> throw new IllegalStateException(faute.genre().name());
            }
        }
        var lignes = new HashMap<Coordonnee, Integer>();
        lus.cles()
                .forEach((coordonnee, cle) ->
                        lignes.put(coordonnee, Fautes.ligne(entrees.get(cle).cle())));
        return new Droits(lus.droits(), lignes, ecrits);
    }

    private Droit droit(String cle, Node valeur) {
        if (!valeur.getTag().equals(Tag.MAP)) {
            return new Droit(acces(valeur, cle), Masque.AUCUN);
        }
        return Objet.lis(valeur, cle, CLES, fautes)
                .map(objet -> new Droit(
                        objet.obligatoire("acces")
                                .map(acces -> acces(acces, "acces"))
                                .orElse(Set.of()),
                        objet.valeur("masque").flatMap(this::masque).orElse(Masque.AUCUN)))
                .orElse(new Droit(Set.of(), Masque.AUCUN));
    }

    private Set<Acces> acces(Node noeud, String quoi) {
        var acces = EnumSet.noneOf(Acces.class);
        for (var element : Objet.liste(noeud, quoi, fautes)) {
            Objet.texte(element, quoi, fautes).ifPresent(nom -> Arrays.stream(Acces.values())
                    .filter(connu -> connu.name().equals(nom))
                    .findFirst()
                    .ifPresentOrElse(acces::add, () -> fautes.ajoute(element, "accès inconnu « " + nom + " »")));
        }
        return acces;
    }

    private Optional<Masque> masque(Node noeud) {
        var nom = Objet.texte(noeud, "masque", fautes);
        var masque = nom.flatMap(lu -> Arrays.stream(Masque.values())
                .filter(connu -> connu.name().equals(lu))
                .findFirst());
        if (nom.isPresent() && masque.isEmpty()) {
            fautes.ajoute(noeud, "masque inconnu « " + nom.get() + " »");
        }
        return masque;
    }
}
