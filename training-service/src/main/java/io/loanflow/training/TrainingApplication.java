package io.loanflow.training;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the training service. */
@SpringBootApplication
public class TrainingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TrainingApplication.class, arguments);
    }
}
