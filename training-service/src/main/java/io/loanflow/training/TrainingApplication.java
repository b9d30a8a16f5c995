package io.loanflow.training;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the training service. */
@SpringBootApplication
public class TrainingApplication {

    public static void main(String[] arguments) {
        // Libraries look names up in it: Turkish has another lower case of I.
        Locale.setDefault(Locale.US);
        SpringApplication.run(TrainingApplication.class, arguments);
    }
}
