package fr.gouv.apprentissage.bal.habilitation.fichier;

import fr.gouv.apprentissage.bal.declaration.Catalogue;
import fr.gouv.apprentissage.bal.declaration.ChampDeclare;
import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.habilitation.Droit;
import fr.gouv.apprentissage.bal.habilitation.Masque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code champs}: coordinate → accesses, mask; {@code Type.*} is every coordinate of the type that is not personal. */
final class LectureDroits {

    private static final Set<String> CLES = Set.of("acces", "masque");

    private final Catalogue catalogue;
    private final Fautes fautes;
    private final Map<Coordonnee, Droit> etoiles = new TreeMap<>();
    private final Map<Coordonnee, Droit> nommes = new TreeMap<>();
    private final Map<Coordonnee, Integer> lignes = new TreeMap<>();
    private final Map<String, Droit> ecrits = new TreeMap<>();

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
        Objet.lis(noeud, "champs", fautes).ifPresent(champs -> {
            if (champs.entrees().isEmpty()) {
                fautes.ajoute(noeud, "« champs » : au moins un champ est attendu");
            }
            champs.entrees().forEach(this::champ);
        });
        var droits = new TreeMap<>(etoiles);
        droits.putAll(nommes);
        droits.values().removeIf(droit -> droit.acces().isEmpty());
        return new Droits(droits, lignes, ecrits);
    }

    private void champ(String cle, Objet.Entree entree) {
        var droit = droit(cle, entree.valeur());
        ecrits.put(cle, droit);
        if (cle.endsWith(".*")) {
            etoile(cle, entree, droit);
            return;
        }
        var champ = declare(cle);
        if (champ.isEmpty()) {
            fautes.ajoute(entree.cle(), "coordonnée inconnue « " + cle + " »");
            return;
        }
        if (!droit.masque().convient(champ.get())) {
            fautes.ajoute(entree.valeur(), "le masque " + droit.masque() + " ne convient pas à " + cle);
        }
        if (droit.masque() != Masque.AUCUN && droit.acces().contains(Acces.FILTRER)) {
            fautes.ajoute(
                    entree.valeur(),
                    "FILTRER sur " + cle + " : le champ n'est accordé que masqué, chercher déferait le masque");
        }
        nommes.put(champ.get().coordonnee(), droit);
        lignes.put(champ.get().coordonnee(), Fautes.ligne(entree.cle()));
    }

    private void etoile(String cle, Objet.Entree entree, Droit droit) {
        var duType = catalogue.duType(cle.substring(0, cle.length() - 2));
        if (duType.isEmpty()) {
            fautes.ajoute(entree.cle(), "coordonnée inconnue « " + cle + " »");
        }
        if (droit.masque() != Masque.AUCUN) {
            fautes.ajoute(entree.valeur(), "le masque " + droit.masque() + " ne convient pas à " + cle);
        }
        duType.stream().filter(champ -> !champ.personnel()).forEach(champ -> {
            etoiles.put(champ.coordonnee(), droit);
            lignes.putIfAbsent(champ.coordonnee(), Fautes.ligne(entree.cle()));
        });
    }

    private Optional<ChampDeclare> declare(String cle) {
        try {
            return catalogue.champ(Coordonnee.lis(cle));
        } catch (IllegalArgumentException malFormee) {
            return Optional.empty();
        }
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
