package io.loanflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

class ProblemTypeTest {

    @Test
    void aProblemSaysItsKindAndWhatIsWrongHere() {
        ProblemType type = ProblemType.of("table-unfit", HttpStatus.CONFLICT, "The table is too small");

        ProblemDetail problem = type.because(new IllegalStateException("the table has no room"));

        assertThat(problem.getType()).hasToString("urn:loanflow:problem:table-unfit");
        assertThat(problem.getTitle()).isEqualTo("The table is too small");
        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getDetail()).isEqualTo("The table has no room.");
    }

    @Test
    void anExceptionWithoutAMessageStillMakesAProblem() {
        assertThat(ProblemType.NOT_FOUND.because(new IllegalStateException("")).getDetail())
                .isEqualTo("There is nothing at this address.");
        assertThat(ProblemType.NOT_FOUND.because(new IllegalStateException()).getDetail())
                .isEqualTo("There is nothing at this address.");
    }
}
