package io.loanflow.serving;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the serving service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ServingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ServingApplication.class, arguments);
    }
}
