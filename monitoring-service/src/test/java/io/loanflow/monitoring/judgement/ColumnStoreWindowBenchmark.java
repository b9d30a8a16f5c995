package io.loanflow.monitoring.judgement;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.ColumnStore;
import io.loanflow.monitoring.WholeServiceTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.test.context.ContextConfiguration;

@WholeServiceTest
@EnabledIfEnvironmentVariable(named = ColumnStore.VARIABLE, matches = ".+")
@ContextConfiguration(initializers = ColumnStore.class)
class ColumnStoreWindowBenchmark extends WindowTimings {

    @Override
    TableEngine engine() {
        return TableEngine.COLUMNSTORE;
    }
}
