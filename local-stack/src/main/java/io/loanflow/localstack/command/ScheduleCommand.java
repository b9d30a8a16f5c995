package io.loanflow.localstack.command;

import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.localstack.pipeline.TemporalSchedule;
import io.loanflow.localstack.stack.Connections;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sets when runs come by themselves. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Run the pipeline by itself, on what is new. Without --every, --cron and --off: show whether it does.",
            "Times are UTC."
        })
final class ScheduleCommand implements Callable<Integer> {

    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,3})(m|h|d)");

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @ArgGroup
    private @Nullable Times times;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ScheduleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One of them. */
    static final class Times {

        @Option(names = "--every", paramLabel = "1d", description = "From one run to the next, such as 30m, 12h or 1d.")
        private @Nullable String every;

        @Option(names = "--cron", paramLabel = "EXPRESSION", description = "As cron has it, such as '0 3 * * 1'.")
        private @Nullable String cron;

        @Option(names = "--off", description = "Run nothing by itself.")
        private boolean off;
    }

    @Override
    public Integer call() {
        Connections connections = surroundings.started().connections();
        ScheduleSpec wanted = wanted();
        try (TemporalSchedule schedule = new TemporalSchedule(
                connections.temporalAddress(), connections.temporalNamespace(), Pipeline.scheduleId(dataset.name()))) {
            if (times != null && times.off) {
                schedule.off();
            } else if (wanted != null) {
                schedule.run(wanted);
            }
            show(schedule.state());
        }
        return 0;
    }

    private void show(TemporalSchedule.State state) {
        surroundings
                .terminal()
                .line(
                        state.off() || state.next().isEmpty()
                                ? "Schedule " + state.id() + " is off; loanflow schedule --every 1d sets it."
                                : "Schedule " + state.id() + ": next runs at "
                                        + String.join(
                                                ", ",
                                                state.next().stream()
                                                        .limit(3)
                                                        .map(String::valueOf)
                                                        .toList()));
    }

    /** Null where nothing is to be changed, or only switched off. */
    private @Nullable ScheduleSpec wanted() {
        if (times == null || times.off) {
            return null;
        }
        if (times.cron != null) {
            return ScheduleSpec.newBuilder()
                    .setCronExpressions(List.of(times.cron))
                    .build();
        }
        return ScheduleSpec.newBuilder()
                .setIntervals(List.of(new ScheduleIntervalSpec(length(String.valueOf(times.every)))))
                .build();
    }

    private Duration length(String text) {
        Matcher length = LENGTH.matcher(text);
        if (!length.matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--every must be a length such as 30m, 12h or 1d, is " + text);
        }
        long number = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
