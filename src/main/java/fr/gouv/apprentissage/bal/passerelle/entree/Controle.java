package fr.gouv.apprentissage.bal.passerelle.entree;

import fr.gouv.apprentissage.bal.declaration.Reserve;
import fr.gouv.apprentissage.bal.passerelle.Demande;
import fr.gouv.apprentissage.bal.passerelle.erreur.CodeErreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.Erreur;
import fr.gouv.apprentissage.bal.passerelle.erreur.OperationRefusee;
import fr.gouv.apprentissage.bal.passerelle.schema.RacineDeSchema;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaDerive;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of a whole operation before any of its fields is answered, in the order of DESIGN.md: document, purpose, rights. */
@Singleton
public class Controle {
    /** What holds no record of a person (DESIGN.md, "A request's way"). */
    private static final Set<String> SANS_FINALITE = Set.of(
            "moi",
            "explique",
            "simuleHabilitation",
            "clients",
            "accordeHabilitation",
            "modifieHabilitation",
            "accepteHabilitation",
            "revoqueHabilitation",
            "creeClient",
            "suspendClient",
            "reprendClient",
            "operationsEnregistrees",
            "enregistreOperation",
            "retireOperation",
            "organisme",
            "organismes",
            "certification",
            "connecteurs",
            "lanceConnecteur",
            "annuleExecution",
            "quarantaine",
            "rejoueQuarantaine",
            "rotationsDeCles",
            "tourneCle",
            "retireCle",
            "renveloppeCles",
            "epoques",
            "ouvreEpoque",
            "rotationsDIndex",
            "tourneIndex",
            "retireIndex");

    private final Limites limites;
    private final Map<String, String> roles;

    @Inject
    Controle(Limites limites) {
        this(limites, SchemaServi.servi());
    }

    Controle(Limites limites, SchemaDerive schema) {
        this.limites = limites;
        this.roles = schema.racines().stream()
                .filter(racine -> racine.methode().isAnnotationPresent(Reserve.class))
                .collect(Collectors.toUnmodifiableMap(
                        RacineDeSchema::nom,
                        racine -> racine.methode().getAnnotation(Reserve.class).value()));
    }

    /** @throws OperationRefusee when the operation may not be answered at all */
    public void verifie(ExecutionContext contexte, Collection<MergedField> racines) {
        limites.verifie(contexte.getDocument());
        var demande = Demande.de(contexte.getGraphQLContext());
        if (racines.stream().anyMatch(racine -> demandeFinalite(racine.getName()))) {
            demande.refusDeFinalite().ifPresent(Controle::refuse);
        }
        for (var racine : racines) {
            var role = roles.get(racine.getName());
            if (role != null && !demande.appelant().roles().contains(role)) {
                refuse(CodeErreur.ROLE_REQUIS);
            }
        }
    }

    private static boolean demandeFinalite(String racine) {
        return !racine.startsWith("__") && !SANS_FINALITE.contains(racine);
    }

    private static void refuse(CodeErreur code) {
        throw new OperationRefusee(Erreur.de(code));
    }
}
