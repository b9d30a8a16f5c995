package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localstack.LoanflowProgram.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When runs come by themselves, as the command sets it. */
class ScheduleIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @Test
    void runsComeByThemselvesOnceSomebodySaysSoAndUntilSomebodySwitchesThemOff() {
        // The worker makes the schedules once it has started.
        await().until(() -> schedule().code() == 0);

        Outcome before = schedule();
        Outcome length = schedule("--every", "1d");
        Outcome shown = schedule("--dataset", "loan");
        Outcome cron = schedule("--cron", "30 3 1 1 *");
        Outcome off = schedule("--off");

        assertThat(before.text()).isEqualTo("Schedule loan-daily is off; loanflow schedule --every 1d sets it.\n");
        assertThat(length.code()).as(length.text()).isZero();
        assertThat(length.text()).containsPattern("^Schedule loan-daily: next runs at (\\S+T00:00:00Z(, )?){3}\n$");
        assertThat(shown).isEqualTo(length);
        assertThat(cron.code()).as(cron.text()).isZero();
        assertThat(cron.text()).containsPattern("next runs at (\\d{4}-01-01T03:30:00Z(, )?){3}");
        assertThat(off).isEqualTo(before);
    }

    @Test
    void whatIsNoTimeOrNoScheduleIsRefusedAndChangesNothing() {
        await().until(() -> schedule().code() == 0);

        Outcome length = schedule("--every", "1w");
        Outcome both = schedule("--every", "1d", "--off");
        Outcome cron = schedule("--cron", "0 99 * * *");
        Outcome dataset = schedule("--dataset", "cars", "--every", "1d");

        assertThat(length.code()).as(length.text()).isEqualTo(2);
        assertThat(length.text()).contains("--every must be a length such as 30m, 12h or 1d, is 1w");
        assertThat(both.code()).as(both.text()).isEqualTo(2);
        assertThat(cron.code()).as(cron.text()).isEqualTo(1);
        assertThat(cron.text())
                .contains("Temporal does not take it for schedule loan-daily: ", "Hour is not in range [0-23]")
                .doesNotContain("The worker", "\tat ");
        assertThat(dataset.code()).as(dataset.text()).isEqualTo(1);
        assertThat(dataset.text())
                .contains("schedule cars-daily: ", "The worker makes a schedule for each data set when it starts")
                .doesNotContain("\tat ");
        assertThat(schedule().text()).contains("loan-daily is off");
    }

    private static Outcome schedule(String... options) {
        return STACK.program()
                .run(Stream.concat(Stream.of("schedule"), Stream.of(options)).toArray(String[]::new));
    }
}
