package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.habilitation.Liaison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the parameters of one statement while its text is written. Equal parameters share a placeholder. */
final class EcritureSql implements Liaison {

    private final List<Parametre> parametres = new ArrayList<>();
    private final Map<Object, String> places = new HashMap<>();

    /** A constant of the habilitations. */
    @Override
    public String parametre(Object valeur) {
        return places.computeIfAbsent(
                List.of("constante", valeur), cle -> ajoute(new Parametre.Constant(tableau(valeur))));
    }

    /** A value that each execution gives. */
    String parametre(Parametre.Source source) {
        return places.computeIfAbsent(source, cle -> ajoute(new Parametre.Donne(source)));
    }

    Requete requete(String sql) {
        return new Requete(sql, parametres);
    }

    private String ajoute(Parametre parametre) {
        parametres.add(parametre);
        return "$" + parametres.size();
    }

    private static Object tableau(Object valeur) {
        return valeur instanceof List<?> liste
                ? liste.stream().map(Textes::de).distinct().toArray(String[]::new)
                : valeur;
    }
}
