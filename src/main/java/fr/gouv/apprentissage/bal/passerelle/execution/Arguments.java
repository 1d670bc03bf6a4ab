package fr.gouv.apprentissage.bal.passerelle.execution;

import fr.gouv.apprentissage.bal.identifiant.IdentifiantInvalide;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.plan.CriterePersonnel;
import fr.gouv.apprentissage.bal.passerelle.plan.Parametre;
import fr.gouv.apprentissage.bal.passerelle.plan.Textes;
import fr.gouv.apprentissage.bal.passerelle.plan.Valeurs;
import fr.gouv.apprentissage.bal.scellement.IndexAveugles;
import fr.gouv.apprentissage.bal.scellement.Pseudonymes;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arguments of one root field in one execution, as its statements bind them. */
final class Arguments implements Valeurs {

    private final String type;
    private final String client;
    private final Map<String, Object> arguments;
    private final Page page;
    private final IndexAveugles index;
    private final Pseudonymes pseudonymes;
    private final Map<String, List<IndexAveugles.Generation>> empreintes = new HashMap<>();
    private final Long[] parents;

    /**
     * @param type type of the rows
     * @param page what page is asked for
     */
    Arguments(
            String type,
            String client,
            Map<String, Object> arguments,
            Page page,
            IndexAveugles index,
            Pseudonymes pseudonymes,
            Long[] parents) {
        this.type = type;
        this.client = client;
        this.arguments = arguments;
        this.page = page;
        this.index = index;
        this.pseudonymes = pseudonymes;
        this.parents = parents;
    }

    /** The same arguments below these rows. */
    Arguments sous(Long[] autresParents) {
        return new Arguments(type, client, arguments, page, index, pseudonymes, autresParents);
    }

    Page page() {
        return page;
    }

    @Override
    public Object de(Parametre.Source source) {
        return switch (source.genre()) {
            case ARGUMENT -> colonne(valeur(source.nom()));
            case IDS -> internes((List<?>) valeur(source.nom()));
            case EMPREINTES ->
                empreintes(source.nom()).stream()
                        .map(generation -> Buffer.buffer(generation.empreinte()))
                        .toArray(Buffer[]::new);
            case GENERATIONS ->
                empreintes(source.nom()).stream()
                        .map(generation -> (short) generation.numero())
                        .toArray(Short[]::new);
            case LIMITE -> page.lignes() + 1L;
            case POSITION_TRI -> page.apres().orElseThrow().tri();
            case POSITION_ID -> page.apres().orElseThrow().id();
            case PARENTS -> parents;
        };
    }

    private Object valeur(String chemin) {
        Object valeur = arguments;
        for (var nom : chemin.split("\\.")) {
            valeur = ((Map<?, ?>) valeur).get(nom);
        }
        return valeur;
    }

    private Object colonne(Object valeur) {
        if (valeur instanceof List<?> liste) {
            return liste.stream().map(Textes::de).distinct().toArray(String[]::new);
        }
        return valeur;
    }

    /** Ids that are none of this client's match nothing, like those of rows that are not visible. */
    private Long[] internes(List<?> ids) {
        return ids.stream()
                .flatMap(id ->
                        pseudonymes.interne(client, type, (String) id).stream().boxed())
                .distinct()
                .toArray(Long[]::new);
    }

    private List<IndexAveugles.Generation> empreintes(String chemin) {
        return empreintes.computeIfAbsent(chemin, cle -> {
            var nom = cle.substring(cle.lastIndexOf('.') + 1);
            var critere = CriterePersonnel.de(nom);
            try {
                return index.empreintes(critere.genre(), critere.parties(valeur(cle)));
            } catch (IdentifiantInvalide invalide) {
                throw ArgumentRefuse.de(CodeErreur.VALEUR_INVALIDE, cle, invalide.getMessage());
            }
        });
    }
}
