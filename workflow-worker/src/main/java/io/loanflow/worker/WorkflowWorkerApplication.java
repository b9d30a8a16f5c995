package io.loanflow.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the workflow worker. */
@SpringBootApplication
public class WorkflowWorkerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WorkflowWorkerApplication.class, arguments);
    }
}
