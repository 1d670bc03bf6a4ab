package fr.gouv.apprentissage.bal.passerelle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.apprentissage.bal.habilitation.Appelant;
import fr.gouv.apprentissage.bal.habilitation.ClientHabilite;
import fr.gouv.apprentissage.bal.habilitation.Registre;
import fr.gouv.apprentissage.bal.habilitation.Suspension;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemaServi;
import fr.gouv.apprentissage.bal.passerelle.schema.SchemasDeClients;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The schema that a client sees is what it could ever read, on generated habilitations. */
class CeQueVoitUnClientTest {

    private static final TypeDefinitionRegistry ENTIER = new SchemaParser().parse(SchemaServi.texte(Banc.SCHEMA));
    private static final Set<String> HABILITABLES = Banc.CATALOGUE.tous().stream()
            .map(champ -> champ.coordonnee().toString())
            .collect(Collectors.toSet());

    private static final RegistrePose REGISTRE = new RegistrePose();
    private static final SchemasDeClients SCHEMAS = new SchemasDeClients(REGISTRE, Banc.CATALOGUE, Banc.SCHEMA, 10);

    @Property(tries = 150)
    void theVisibleSchemaIsThatOfANaiveWalk(@ForAll long graine) {
        // Given
        var hasard = new Hasard(graine);
        var registre = registre(hasard);
        var delegue = hasard.une(1, 5);

        // When
        var texte = texte(registre, delegue);

        // Then
        var attendu = new OracleDeSchema(ENTIER, HABILITABLES, delegue)
                .visibles(registre, RegistreAuHasard.CLIENT, RegistreAuHasard.JOUR);
        assertThat(membres(new SchemaParser().parse(texte)))
                .as(RegistreAuHasard.texte(registre.octrois()))
                .isEqualTo(attendu);
    }

    @Property(tries = 50)
    void theVisibleSchemaIsValidAndHasNoTypeThatNothingUses(@ForAll long graine) {
        var lu = new SchemaParser().parse(texte(registre(new Hasard(graine)), false));

        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(lu);

        assertThat(schema.getAdditionalTypes()).isEmpty();
        assertThat(schema.getQueryType().getFieldDefinitions()).isNotEmpty();
    }

    private static Registre registre(Hasard hasard) {
        var auHasard = new RegistreAuHasard(hasard);
        var clients = new HashMap<>(auHasard.clients());
        clients.put("tdb", new ClientHabilite("tdb", "Tableau de bord", Optional.empty(), Suspension.AUCUNE));
        return new Registre(1, clients, auHasard.octrois());
    }

    private static String texte(Registre registre, boolean delegue) {
        var appelant = new Appelant(
                RegistreAuHasard.CLIENT,
                Optional.empty(),
                Optional.empty(),
                RegistreAuHasard.JOUR,
                delegue ? Set.of("delegue") : Set.of());
        REGISTRE.pose(registre);
        return SCHEMAS.de(appelant).texte();
    }

    private static Set<String> membres(TypeDefinitionRegistry schema) {
        var membres = new TreeSet<String>();
        schema.getTypes(ObjectTypeDefinition.class).forEach(type -> type.getFieldDefinitions()
                .forEach(champ -> membres.addAll(champ(type.getName(), champ))));
        schema.getTypes(InputObjectTypeDefinition.class).forEach(type -> type.getInputValueDefinitions()
                .forEach(critere -> membres.add(type.getName() + "." + critere.getName())));
        schema.getTypes(EnumTypeDefinition.class).forEach(type -> type.getEnumValueDefinitions()
                .forEach(valeur -> membres.add(type.getName() + "." + valeur.getName())));
        return membres;
    }

    private static List<String> champ(String type, FieldDefinition champ) {
        var coordonnee = type + "." + champ.getName();
        var tous = new ArrayList<>(List.of(coordonnee));
        champ.getInputValueDefinitions().forEach(argument -> tous.add(coordonnee + "(" + argument.getName() + ")"));
        return tous;
    }
}
