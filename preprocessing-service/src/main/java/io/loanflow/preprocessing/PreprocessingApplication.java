package io.loanflow.preprocessing;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the preprocessing service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PreprocessingApplication {

    public static void main(String[] arguments) {
        // Libraries look names up in it: Turkish has another lower case of I.
        Locale.setDefault(Locale.US);
        SpringApplication.run(PreprocessingApplication.class, arguments);
    }
}
