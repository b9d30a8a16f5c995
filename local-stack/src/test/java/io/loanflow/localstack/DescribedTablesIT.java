package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.testsupport.PublicTables;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a file that nobody described to a model in service, with nothing changed by hand. */
class DescribedTablesIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsSuggestedRunsThroughToAServedModel(PublicTables table) throws Exception {
        Path file = table.write(directory);
        String name = table.name().toLowerCase(Locale.ROOT) + "_described";
        Path definition = STACK.program().data().resolve(name);

        Outcome described = STACK.program().run("describe", file.toString(), "--out", definition.toString());
        Outcome again = STACK.program().run("describe", file.toString(), "--out", definition.toString());
        Outcome run = STACK.program().run("run", "--dataset", name, "--data", file.toString());

        assertThat(described.code()).as(described.text()).isZero();
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("is there already");
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("promoted: ", name + " version 1 answers");
    }
}
