package io.loanflow.serving;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the serving service. */
@SpringBootApplication
public class ServingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ServingApplication.class, arguments);
    }
}
