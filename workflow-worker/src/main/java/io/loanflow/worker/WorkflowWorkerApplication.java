package io.loanflow.worker;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the workflow worker. */
@SpringBootApplication
public class WorkflowWorkerApplication {

    public static void main(String[] arguments) {
        // Libraries look names up in it: Turkish has another lower case of I.
        Locale.setDefault(Locale.US);
        SpringApplication.run(WorkflowWorkerApplication.class, arguments);
    }
}
