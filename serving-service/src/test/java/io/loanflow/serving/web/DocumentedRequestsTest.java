package io.loanflow.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.model.row.Problem;
import io.loanflow.model.row.RowReader;
import io.loanflow.serving.fixture.LoanDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The requests in docs/api.md are what the documentation says they are. */
class DocumentedRequestsTest {

    private static final Pattern BODY = Pattern.compile("/api/v1/predictions -H '[^']+' -d '([^']+)'");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RowReader reader = new RowReader(LoanDefinition.DEFINITION);
    private final String text;
    private final List<String> bodies;

    DocumentedRequestsTest() throws IOException {
        text = Files.readString(Path.of("..", "docs", "api.md"));
        bodies = BODY.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void thereIsARightOneAndAWrongOne() {
        assertThat(bodies).hasSize(2);
    }

    @Test
    void theRightOneIsValid() {
        assertThat(problems(0)).isEmpty();
    }

    @Test
    void theWrongOneHasTheProblemsThatFollowIt() {
        assertThat(problems(1))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(text)
                        .contains("{\"pointer\":\"%s\",\"detail\":\"%s\"}"
                                .formatted(problem.pointer(), problem.detail())));
        assertThat(text).contains("\"detail\":\"" + problems(1).size() + " problems, see errors.\"");
    }

    private List<Problem> problems(int body) {
        return reader.read(JSON.readTree(bodies.get(body))).problems();
    }
}
