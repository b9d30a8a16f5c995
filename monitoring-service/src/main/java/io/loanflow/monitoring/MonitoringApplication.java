package io.loanflow.monitoring;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the monitoring service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MonitoringApplication {

    public static void main(String[] arguments) {
        // Libraries look names up in it: Turkish has another lower case of I.
        Locale.setDefault(Locale.US);
        SpringApplication.run(MonitoringApplication.class, arguments);
    }
}
