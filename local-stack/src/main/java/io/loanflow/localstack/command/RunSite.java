package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.stack.Components;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.Supervisor;
import java.util.function.Consumer;

/**
 * What a run needs of the stack it runs in.
 *
 * @param bring puts the run's file where the ingestion service may read it
 * @param watch called again and again while the run goes on; tells its notes to whom it is given
 */
record RunSite(Consumer<DataFile> bring, Consumer<Consumer<String>> watch) {

    static RunSite of(Surroundings surroundings, StackConfiguration configuration) {
        return configuration.containers() ? containers(surroundings) : processes(surroundings, configuration);
    }

    private static RunSite processes(Surroundings surroundings, StackConfiguration configuration) {
        Components components = new Components(surroundings.installation(), surroundings.state(), configuration);
        Supervisor supervisor = new Supervisor(surroundings.state(), configuration, components.all());
        return new RunSite(file -> file.bring(surroundings.state().files()), supervisor::check);
    }

    /** Docker starts again what dies. */
    private static RunSite containers(Surroundings surroundings) {
        ContainerStack stack = new ContainerStack(surroundings.installation(), surroundings.state());
        return new RunSite(file -> stack.bring(file.path(), file.place()), notes -> {});
    }
}
