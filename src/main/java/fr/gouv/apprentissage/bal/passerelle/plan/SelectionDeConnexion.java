package fr.gouv.apprentissage.bal.passerelle.plan;

import graphql.execution.MergedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Turns the fields selected of a connection into what is written of it; gathers what is written of rows, wherever it stands. */
final class SelectionDeConnexion {

    private final Contexte contexte;
    private final String type;
    private final BiFunction<MergedField, Chemin, List<ChampEcrit>> lignesDe;
    private final List<ChampEcrit> lignes = new ArrayList<>();
    private boolean compte;

    SelectionDeConnexion(Contexte contexte, String type, BiFunction<MergedField, Chemin, List<ChampEcrit>> lignesDe) {
        this.contexte = contexte;
        this.type = type;
        this.lignesDe = lignesDe;
    }

    List<ChampDeConnexion> champs(MergedField champ, Chemin chemin) {
        var champs = new ArrayList<ChampDeConnexion>();
        for (var sous : contexte.sousChamps(champ, type + "Connection")) {
            champs.add(champ(sous, chemin));
        }
        return List.copyOf(champs);
    }

    /** Everything that is written of rows. */
    List<ChampEcrit> lignes() {
        return List.copyOf(lignes);
    }

    /** Whether the count is asked for and granted. */
    boolean compte() {
        return compte;
    }

    private ChampDeConnexion champ(MergedField champ, Chemin chemin) {
        var cle = champ.getResultKey();
        return switch (champ.getName()) {
            case "__typename" -> new ChampDeConnexion.NomDeType(cle, type + "Connection");
            case "totalCount" -> total(champ, chemin.vers(cle));
            case "nodes" -> new ChampDeConnexion.Lignes(cle, lignes(champ, chemin.versListe(cle)));
            case "edges" -> new ChampDeConnexion.Aretes(cle, aretes(champ, chemin.versListe(cle)));
            default -> new ChampDeConnexion.Page(cle, page(champ));
        };
    }

    private ChampDeConnexion total(MergedField champ, Chemin chemin) {
        var coordonnee = CompilateurDePages.total(type);
        if (!contexte.lisible(coordonnee, chemin, champ)) {
            return new ChampDeConnexion.Nul(champ.getResultKey());
        }
        compte = true;
        return new ChampDeConnexion.Total(champ.getResultKey(), coordonnee);
    }

    private List<ChampDeConnexion> aretes(MergedField champ, Chemin chemin) {
        var champs = new ArrayList<ChampDeConnexion>();
        for (var sous : contexte.sousChamps(champ, type + "Edge")) {
            var cle = sous.getResultKey();
            champs.add(
                    switch (sous.getName()) {
                        case "__typename" -> new ChampDeConnexion.NomDeType(cle, type + "Edge");
                        case "cursor" -> new ChampDeConnexion.Curseur(cle);
                        default -> new ChampDeConnexion.Ligne(cle, lignes(sous, chemin));
                    });
        }
        return List.copyOf(champs);
    }

    private List<ChampDeConnexion> page(MergedField champ) {
        return contexte.sousChamps(champ, "PageInfo").stream()
                .<ChampDeConnexion>map(sous -> sous.getName().equals("__typename")
                        ? new ChampDeConnexion.NomDeType(sous.getResultKey(), "PageInfo")
                        : new ChampDeConnexion.PartieDePage(sous.getResultKey(), sous.getName()))
                .toList();
    }

    private List<ChampEcrit> lignes(MergedField champ, Chemin chemin) {
        var champs = lignesDe.apply(champ, chemin);
        lignes.addAll(champs);
        return champs;
    }
}
