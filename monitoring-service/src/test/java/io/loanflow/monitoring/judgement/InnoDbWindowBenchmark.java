package io.loanflow.monitoring.judgement;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.WholeServiceTest;
import org.springframework.test.context.ContextConfiguration;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class InnoDbWindowBenchmark extends WindowTimings {

    @Override
    TableEngine engine() {
        return TableEngine.INNODB;
    }
}
