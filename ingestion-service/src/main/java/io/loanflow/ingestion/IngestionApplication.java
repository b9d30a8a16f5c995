package io.loanflow.ingestion;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the ingestion service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IngestionApplication {

    public static void main(String[] arguments) {
        // Libraries look names up in it: Turkish has another lower case of I.
        Locale.setDefault(Locale.US);
        SpringApplication.run(IngestionApplication.class, arguments);
    }
}
