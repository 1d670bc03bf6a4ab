package fr.gouv.apprentissage.bal.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandeMavenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./mvnw verify",
                "./mvnw -B -q quarkus:dev",
                "./mvnw -Plongue -Dbal.test.cas=2000 verify",
                "./mvnw test -Dtest=FloorsTest,CommandeMavenTest#unTest"
            })
    void whatExistsCanBeTyped(String ligne) {
        assertThat(new CommandeMaven(ligne).fautes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ./mvnw verifie                       | but inconnu du test : verifie
                    ./mvnw quarkus:run                   | but inconnu du test : quarkus:run
                    ./mvnw -Pabsent verify               | profil absent : -Pabsent
                    ./mvnw -Dbal.test.absente=1 verify   | propriété absente : bal.test.absente
                    ./mvnw test -Dtest=AucunTest         | test absent : AucunTest
                    ./mvnwx verify                       | ./mvnwx n'est pas un programme
                    """)
    void whatDoesNotIsNamed(String ligne, String faute) {
        assertThat(new CommandeMaven(ligne).fautes()).containsExactly(faute);
    }
}
