package io.loanflow.localstack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** Is about one run, which whoever calls it names. */
abstract class OneRunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "As loanflow runs lists it.")
    private String run = "";

    /** Does it, to the run of this id. */
    abstract void call(String run);

    @Override
    public final Integer call() {
        call(run);
        return 0;
    }
}
