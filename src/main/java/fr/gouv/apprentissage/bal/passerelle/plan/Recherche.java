package fr.gouv.apprentissage.bal.passerelle.plan;

import fr.gouv.apprentissage.bal.declaration.Coordonnee;
import fr.gouv.apprentissage.bal.habilitation.Acces;
import fr.gouv.apprentissage.bal.personne.PersonneFiltre;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Writes the criteria on a person: which persons some covered record speaks of in these words. Each criterion may be met by another record. */
final class Recherche {

    private final Droits droits;
    private final Portees portees;
    private final EcritureSql ecriture;
    private final SortedSet<Coordonnee> recherches;

    Recherche(Droits droits, Portees portees, EcritureSql ecriture, SortedSet<Coordonnee> recherches) {
        this.droits = droits;
        this.portees = portees;
        this.ecriture = ecriture;
        this.recherches = recherches;
    }

    /** A sub-select of the persons that meet every criterion of the filter found at this path; it has at least one. */
    String personnes(String chemin, Map<?, ?> filtre) {
        var parties = new ArrayList<String>();
        CritereDeclare.de(PersonneFiltre.class).stream()
                .filter(critere -> filtre.get(critere.nom()) != null)
                .forEach(critere -> parties.add(critere(chemin + "." + critere.nom(), critere.par())));
        return String.join(" INTERSECT ", parties);
    }

    private String critere(String chemin, List<Coordonnee> par) {
        recherches.addAll(par);
        var generations = ecriture.parametre(new Parametre.Source(Parametre.Genre.GENERATIONS, chemin));
        var empreintes = ecriture.parametre(new Parametre.Source(Parametre.Genre.EMPREINTES, chemin));
        var visibles = droits.visibles("Contrat");
        return "SELECT xi.personne FROM unnest(" + generations + "::int2[], " + empreintes
                + "::bytea[]) xe(generation, empreinte) JOIN index_aveugle x ON x.genre = " + genre(chemin)
                + " AND x.generation = xe.generation AND x.empreinte = xe.empreinte"
                + " JOIN identite xi ON xi.enregistrement = x.enregistrement"
                + " JOIN contrat xr ON xr.id = x.enregistrement"
                + " WHERE " + portees.predicat(visibles, "xr") + filtrables(par, visibles);
    }

    private String filtrables(List<Coordonnee> par, BitSet visibles) {
        var bornes = new StringBuilder();
        for (var coordonnee : par) {
            var perimetres = droits.etendues(droits.decision().verdict(coordonnee, Acces.FILTRER));
            if (!droits.contient(perimetres, visibles)) {
                bornes.append(" AND ").append(portees.predicat(perimetres, "xr"));
            }
        }
        return bornes.toString();
    }

    private static int genre(String chemin) {
        return CriterePersonnel.de(chemin.substring(chemin.lastIndexOf('.') + 1))
                .genre()
                .numero();
    }
}
