package io.loanflow.ingestion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the service, with an HTTP port of its own and without a Temporal server and without looking into inboxes by itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.temporal.start-workers=false",
            "loanflow.data-directory=../data",
            "loanflow.data-file=",
            "loanflow.files-directory=target/files",
            "loanflow.inbox-interval=1d",
            "loanflow.cache-directory=target/cache",
            "loanflow.max-upload=1MB"
        })
public @interface WholeServiceTest {}
