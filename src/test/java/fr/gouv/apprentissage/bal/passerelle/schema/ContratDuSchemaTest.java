package fr.gouv.apprentissage.bal.passerelle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstPrinter;
import graphql.language.DirectiveDefinition;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The served schema, as it is printed, beside the contract that clients rely on. */
class ContratDuSchemaTest {
    /** Coordinates and types of the contract that later issues fill. To serve one is to take it off this list. */
    private static final Set<String> PAS_ENCORE = Set.of(
            "ApercuDeListe",
            "ColonneDeListe",
            "CriteresDeListe",
            "Dossier",
            "DossierConnection",
            "DossierEdge",
            "DossierFiltre",
            "DossierTri",
            "EtapeDeParcours",
            "ExecutionDeListe",
            "ListeDeDiffusion",
            "ListeDeDiffusionConnection",
            "ListeDeDiffusionEdge",
            "NiveauDePreuve",
            "OrigineVoeu",
            "Preuve",
            "ResultatVerification",
            "VerificationCompte",
            "Voeu",
            "VoeuConnection",
            "VoeuEdge",
            "VoeuFiltre",
            "VoeuTri",
            "Mutation.creeListeDeDiffusion",
            "Mutation.genereListeDeDiffusion",
            "Personne.dossiers",
            "Personne.voeux",
            "Query.apercuDeListe",
            "Query.dossier",
            "Query.dossiers",
            "Query.listeDeDiffusion",
            "Query.listesDeDiffusion",
            "Query.verifieCompte",
            "Query.voeu",
            "Query.voeux");

    /** Served beside the contract, which leaves that free: known by name, so that nothing is added unseen. */
    private static final Set<String> AJOUTS = Set.of(
            "RotationDeCle.illisibles",
            "RotationDeCle.motif",
            "RotationDeCle.demandeeLe",
            "RotationDeCle.commenceeLe",
            "RotationDeCle.termineeLe",
            "RotationDeCle.retireeLe",
            "Query.rotationsDeCles",
            "Mutation.retireCle",
            "Query.rotationsDIndex",
            "Mutation.tourneIndex",
            "Mutation.retireIndex",
            "Mutation.renveloppeCles",
            "RotationDIndex",
            "RotationDIndex.id",
            "RotationDIndex.generation",
            "RotationDIndex.etat",
            "RotationDIndex.progression",
            "RotationDIndex.restants",
            "RotationDIndex.preuve",
            "RotationDIndex.illisibles",
            "RotationDIndex.motif",
            "RotationDIndex.demandeeLe",
            "RotationDIndex.commenceeLe",
            "RotationDIndex.termineeLe",
            "RotationDIndex.retireeLe",
            "RotationDIndex.purgeeLe",
            "Mutation.annuleExecution",
            "Query.quarantaine",
            "Connecteur.quarantaine",
            "LigneEnQuarantaine",
            "LigneEnQuarantaine.id",
            "LigneEnQuarantaine.motif",
            "LigneEnQuarantaine.source",
            "LigneEnQuarantaine.extrait",
            "LigneEnQuarantaine.jour",
            "LigneEnQuarantaine.recueLe",
            "LigneEnQuarantaine.page",
            "LigneEnQuarantaine.rang",
            "LigneEnQuarantaineConnection",
            "LigneEnQuarantaineConnection.edges",
            "LigneEnQuarantaineConnection.nodes",
            "LigneEnQuarantaineConnection.pageInfo",
            "LigneEnQuarantaineConnection.totalCount",
            "LigneEnQuarantaineEdge",
            "LigneEnQuarantaineEdge.cursor",
            "LigneEnQuarantaineEdge.node",
            "RenveloppementDeCles",
            "RenveloppementDeCles.renveloppees",
            "RenveloppementDeCles.aJour",
            "RenveloppementDeCles.refusees",
            "ExecutionDeConnecteur.lignesSignalees",
            "LignesSignalees",
            "LignesSignalees.motif",
            "LignesSignalees.lignes",
            "ExecutionDeConnecteur.derives",
            "Derive",
            "Derive.champ",
            "Derive.nature",
            "Derive.nombre",
            "Derive.formes",
            "NatureDeDerive",
            "NatureDeDerive.NOUVEAU",
            "NatureDeDerive.ABSENT",
            "NatureDeDerive.RETYPE",
            "ExecutionDeConnecteur.progression",
            "ExecutionDeConnecteur.lignesParSeconde",
            "ExecutionDeConnecteur.finEstimee",
            "PreuveDEffacement.valeursIllisibles",
            "Client.classesSuspendues",
            "Client.suspendu",
            "EtatHabilitation.PROPOSEE",
            "Habilitation.finDans",
            "OperationEnregistree",
            "OperationEnregistree.client",
            "OperationEnregistree.document",
            "OperationEnregistree.empreinte",
            "OperationEnregistree.enregistreeLe",
            "OperationEnregistree.enregistreePar",
            "OperationEnregistree.nom",
            "OperationEnregistree.origine",
            "OrigineDOperation",
            "OrigineDOperation.FICHIER",
            "OrigineDOperation.MUTATION",
            "Query.operationsEnregistrees",
            "Mutation.enregistreOperation",
            "Mutation.retireOperation",
            "Epoque",
            "Epoque.detruiteLe",
            "Epoque.etat",
            "Epoque.numero",
            "Epoque.ouverteLe",
            "Epoque.secrets",
            "EtatEpoque",
            "EtatEpoque.ANNONCEE",
            "EtatEpoque.COURANTE",
            "EtatEpoque.DETRUITE",
            "EtatEpoque.EN_DESTRUCTION",
            "EtatEpoque.EN_VERSEMENT",
            "EtatEpoque.GARDEE",
            "Mutation.ouvreEpoque",
            "Query.epoques",
            "Query.clients",
            "Mutation.modifieHabilitation",
            "Mutation.accepteHabilitation",
            "Mutation.creeClient",
            "Mutation.suspendClient",
            "Mutation.reprendClient");

    private static Map<String, String> contrat;
    private static Map<String, String> servi;

    @BeforeAll
    static void lis() {
        var fichier = Path.of(System.getProperty("bal.test.partage"), "schema.graphql");
        contrat = coordonnees(new SchemaParser().parse(fichier.toFile()));
        var schema = SchemaServi.executable(
                SchemaServi.servi(), GraphQLCodeRegistry.newCodeRegistry().build());
        servi = coordonnees(new SchemaParser().parse(SchemaServi.texte(schema)));
    }

    @Test
    void whatIsServedIsWhatTheContractSays() {
        var attendu = new TreeMap<>(contrat);
        attendu.keySet().retainAll(servi.keySet());

        assertThat(new TreeMap<>(servi)).containsAllEntriesOf(attendu);
    }

    @Test
    void whatIsMissingIsKnownByName() {
        var manquants = new TreeSet<>(contrat.keySet());
        manquants.removeAll(servi.keySet());
        manquants.removeIf(champ -> champ.contains(".") && manquants.contains(champ.substring(0, champ.indexOf('.'))));

        assertThat(manquants).containsExactlyInAnyOrderElementsOf(PAS_ENCORE);
    }

    @Test
    void whatIsServedBesideTheContractIsKnownByName() {
        var ajoutes = new TreeSet<>(servi.keySet());
        ajoutes.removeAll(contrat.keySet());

        assertThat(ajoutes).containsExactlyInAnyOrderElementsOf(AJOUTS);
    }

    /** Every type, field with its arguments, enum value and directive, by coordinate; the fields of a type that is absent whole are left out. */
    private static Map<String, String> coordonnees(TypeDefinitionRegistry definitions) {
        var coordonnees = new TreeMap<String, String>();
        definitions.types().values().forEach(type -> ajoute(coordonnees, type));
        definitions.scalars().values().stream()
                .filter(scalaire -> scalaire.getSourceLocation() != null)
                .forEach(scalaire -> coordonnees.put(scalaire.getName(), "scalar"));
        definitions.getDirectiveDefinitions().values().stream()
                .filter(directive -> Set.of("personnel", "filtre").contains(directive.getName()))
                .forEach(directive -> coordonnees.put("@" + directive.getName(), texte(directive)));
        return coordonnees;
    }

    private static void ajoute(Map<String, String> coordonnees, TypeDefinition<?> type) {
        coordonnees.put(type.getName(), type.getClass().getSimpleName());
        for (Node<?> enfant : enfants(type)) {
            coordonnees.put(type.getName() + "." + ((NamedNode<?>) enfant).getName(), texte(enfant));
        }
    }

    private static List<? extends Node<?>> enfants(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition objet) {
            return objet.getFieldDefinitions();
        }
        if (type instanceof InputObjectTypeDefinition entree) {
            return entree.getInputValueDefinitions();
        }
        return type instanceof EnumTypeDefinition enumeration ? enumeration.getEnumValueDefinitions() : List.of();
    }

    private static String texte(Node<?> definition) {
        if (definition instanceof FieldDefinition champ) {
            return AstPrinter.printAst(champ.transform(builder -> builder.description(null)
                    .inputValueDefinitions(champ.getInputValueDefinitions().stream()
                            .map(ContratDuSchemaTest::sansDescription)
                            .toList())));
        }
        if (definition instanceof InputValueDefinition valeur) {
            return AstPrinter.printAst(sansDescription(valeur));
        }
        if (definition instanceof EnumValueDefinition valeur) {
            return valeur.getName();
        }
        var directive = (DirectiveDefinition) definition;
        return AstPrinter.printAst(directive.transform(builder -> builder.description(null)));
    }

    private static InputValueDefinition sansDescription(InputValueDefinition valeur) {
        return valeur.transform(builder -> builder.description(null));
    }
}
