package io.loanflow.ingestion;

import io.loanflow.testsupport.ColumnStoreExtension;
import io.loanflow.testsupport.MlflowExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The servers of a whole service whose table is stored by ColumnStore. For tests that run in containers. */
public final class ColumnStoreContainer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ColumnStoreExtension database = new ColumnStoreExtension();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "loanflow.tracking-uri=" + new MlflowExtension().trackingUri(),
                        "loanflow.table.engine=columnstore")
                .applyTo(context);
    }
}
