package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.testsupport.PublicTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a file that nobody described to a model in service, with nothing changed by hand; in a stack of its own, which has many data sets then. */
class DescribedTablesIT {

    private static LocalStackExtension.@Nullable Started stack;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        stack = LocalStackExtension.Started.make();
    }

    @AfterAll
    static void stop() throws IOException {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSuggestedRunsThroughToAServedModel(PublicTables table) throws Exception {
        LoanflowProgram program = Objects.requireNonNull(stack).program();
        Path file = table.write(directory);
        String name = table.name().toLowerCase(Locale.ROOT) + "_described";
        Path definition = program.data().resolve(name);

        Outcome described = program.run("describe", file.toString(), "--out", definition.toString());
        Outcome again = program.run("describe", file.toString(), "--out", definition.toString());
        Outcome run = program.run("run", "--dataset", name, "--data", file.toString());

        assertThat(described.code()).as(described.text()).isZero();
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("is there already");
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("promoted: ", name + " version 1 answers");
    }
}
