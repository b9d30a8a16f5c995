package io.loanflow.ingestion.load;

import io.loanflow.testsupport.MariaDbExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class InnoDbDatasetLoaderIT extends DatasetLoaderKit {

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::jdbcUrl);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
        properties.add("loanflow.table.engine", () -> "innodb");
    }
}
