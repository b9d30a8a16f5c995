package io.loanflow.ingestion;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ingestion service. */
@SpringBootApplication
public class IngestionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IngestionApplication.class, arguments);
    }
}
