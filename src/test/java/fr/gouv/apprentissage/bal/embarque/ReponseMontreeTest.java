package fr.gouv.apprentissage.bal.embarque;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReponseMontreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"a\":1}           | {\"a\":1}                      | ''",
                "{\"a\":\"…\"}       | {\"a\":null}                   | ''",
                "{\"a\":1}           | {\"a\":1,\"extensions\":{}}    | ''",
                "{\"a\":[1,\"…\"]}   | {\"a\":[1]}                    | ''",
                "{\"a\":[1,\"…\"]}   | {\"a\":[1,2,3]}                | ''",
                "{\"a\":1}           | {\"a\":2}                      | /a",
                "{\"a\":\"…\"}       | {}                             | /a",
                "{}                  | {\"errors\":[]}                | /errors",
                "{\"a\":{\"b\":1}}   | {\"a\":{\"b\":1,\"extensions\":1}} | /a/extensions",
                "{\"a\":[1,\"…\"]}   | {\"a\":[]}                     | /a",
                "{\"a\":[\"…\"]}     | {\"a\":[1,2]}                  | /a",
                "{\"a\":[1,2]}       | {\"a\":[1,3]}                  | /a/1"
            })
    void onlyWhatTheEllipsisStandsForMayDiffer(String montree, String recue, String ecart)
            throws JsonProcessingException {
        var ecarts = new ReponseMontree(JSON.readTree(montree)).ecarts(JSON.readTree(recue));

        assertThat(String.join(" ", ecarts)).isEqualTo(ecart);
    }
}
