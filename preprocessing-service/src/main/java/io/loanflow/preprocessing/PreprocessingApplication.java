package io.loanflow.preprocessing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the preprocessing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PreprocessingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PreprocessingApplication.class, arguments);
    }
}
