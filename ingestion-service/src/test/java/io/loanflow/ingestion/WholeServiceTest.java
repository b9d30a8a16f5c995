package io.loanflow.ingestion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the service, with an HTTP port of its own and without a Temporal server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.temporal.start-workers=false",
            "loanflow.data-directory=../data",
            "loanflow.data-file=",
            "loanflow.files-directory=target/files",
            "loanflow.cache-directory=target/cache",
            "loanflow.max-upload=1MB"
        })
public @interface WholeServiceTest {}
