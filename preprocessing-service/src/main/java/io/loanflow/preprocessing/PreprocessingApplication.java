package io.loanflow.preprocessing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the preprocessing service. */
@SpringBootApplication
public class PreprocessingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PreprocessingApplication.class, arguments);
    }
}
