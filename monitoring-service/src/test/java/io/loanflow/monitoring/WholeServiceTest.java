package io.loanflow.monitoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the service, with an HTTP port of its own, without a Temporal server and without looking at windows by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.temporal.start-workers=false",
            "loanflow.data-directory=../data",
            "loanflow.watch-interval=1d"
        })
public @interface WholeServiceTest {}
