package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.testsupport.PublicTables;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a file that nobody described to a model in service, with nothing changed by hand. */
@Order(Integer.MAX_VALUE) // the stack has many data sets then, which other tests would wait for
class DescribedTablesIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsSuggestedRunsThroughToAServedModel(PublicTables table) throws Exception {
        LoanflowProgram program = STACK.program();
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
