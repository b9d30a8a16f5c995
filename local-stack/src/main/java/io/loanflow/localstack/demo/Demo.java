package io.loanflow.localstack.demo;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.WaitingRelease;
import io.loanflow.localstack.pipeline.ApprovalClient;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.pipeline.TemporalSchedule;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Clients ask, the world changes, and what the watch makes of it is told as it happens. */
public final class Demo implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** Windows before the world changes. */
    private static final int CALM_WINDOWS = 3;

    private static final int CALM_DECISIONS = CALM_WINDOWS * DemoDefinitions.WINDOW;

    /** For what follows from the last decision: training on a slow machine, and a person. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final DemoPlan plan;
    private final Consumer<String> told;
    private final DemoClients clients;
    private final DemoWatch watch;
    private final TemporalSchedule schedule;
    private final ApprovalClient approvals;
    private final RunLinks links;
    private final DemoDrift drift = new DemoDrift();
    private int next;
    private boolean retrainingShown;
    private boolean waitingShown;

    /**
     * Of a stack that runs.
     *
     * @param key that its services are asked with; empty where nobody logs in
     * @param told each event, a line
     */
    public Demo(StackConfiguration stack, Optional<String> key, DemoPlan plan, Consumer<String> told) {
        this.plan = plan;
        this.told = told;
        Connections connections = stack.connections();
        links = RunLinks.of(stack);
        ServiceAddress monitoring = new ServiceAddress(stack.monitoringUrl(), key);
        clients = new DemoClients(new ServiceAddress(stack.servingUrl(), key), monitoring);
        watch = new DemoWatch(monitoring);
        schedule = new TemporalSchedule(
                connections.temporalAddress(),
                connections.temporalNamespace(),
                Monitoring.scheduleId(DatasetCatalog.STANDARD));
        approvals = new ApprovalClient(connections.temporalAddress(), links);
    }

    /** @throws StackException if it does not come out as it should */
    public void run() {
        say(String.format(
                Locale.ROOT,
                "Clients ask about rows that the model has not seen, %d a second; outcomes follow 8 seconds later.  %s",
                plan.aSecond(),
                watch.decisions()));
        if (plan.calm()) {
            stayCalm();
        } else {
            next = CALM_DECISIONS;
            // Told before.
            var unused = watch.news();
        }
        if (plan.drift()) {
            driftUntilReleased();
        } else {
            say("Nothing changed, no alarm was raised, nothing was trained.  " + watch.page());
        }
        say(String.format(Locale.ROOT, "Clients got %d decisions.  %s", clients.decisions(), watch.decisions()));
    }

    private void stayCalm() {
        Instant end = Instant.now().plus(plan.length()).plus(PATIENCE);
        while (clients.decisions() < CALM_DECISIONS || watch.windows() < CALM_WINDOWS) {
            if (Instant.now().isAfter(end)) {
                throw new StackException("Of " + CALM_WINDOWS + " windows only " + watch.windows()
                        + " were judged after " + PATIENCE.toMinutes() + " minutes.");
            }
            step(clients.decisions() < CALM_DECISIONS, false, CALM_DECISIONS);
        }
        if (watch.alarms() > 0 || watch.retrains()) {
            throw new StackException("An alarm was raised though nothing had changed.");
        }
    }

    private void driftUntilReleased() {
        say("The world changes: " + DemoDrift.STATED + ".  " + watch.page());
        Instant end = Instant.now().plus(plan.length()).plus(PATIENCE);
        step(true, true, Long.MAX_VALUE);
        int first = clients.version();
        while (clients.version() == first) {
            if (Instant.now().isAfter(end)) {
                throw new StackException("No new version answers after " + PATIENCE.toMinutes()
                        + " minutes; what was told above says how far it came.");
            }
            step(true, true, Long.MAX_VALUE);
        }
        say("Version " + clients.version() + " answers; " + failures() + "  " + links.serving() + "/try");
        step(true, true, Long.MAX_VALUE);
    }

    private String failures() {
        return clients.sentAgain() == 0
                ? "no request failed meanwhile."
                : "every request was answered, " + clients.sentAgain() + " of them when it was sent again.";
    }

    /** A second. */
    private void step(boolean ask, boolean drifted, long most) {
        Instant begin = Instant.now();
        if (ask) {
            long left = most - clients.decisions();
            ask(records((int) Math.min(plan.aSecond(), left), drifted));
        }
        clients.tell();
        schedule.trigger();
        watch.news().forEach(this::say);
        lookAtRelease();
        Pause.of(Duration.between(Instant.now(), begin.plusSeconds(1)));
    }

    private void ask(List<DemoRecord> records) {
        Duration silence = clients.ask(records);
        if (!silence.isZero()) {
            say(String.format(
                    Locale.ROOT,
                    "Serving did not answer for %.0f seconds; the client sent its request again by the same"
                            + " Idempotency-Key, and it was decided once.  %s",
                    silence.toMillis() / 1000.0,
                    watch.decisions()));
        }
    }

    private List<DemoRecord> records(int count, boolean drifted) {
        List<DemoRecord> all = plan.heldOut();
        return IntStream.range(0, count)
                .mapToObj(i -> all.get(next++ % all.size()))
                .map(record -> drifted ? drift.of(record) : record)
                .toList();
    }

    private void lookAtRelease() {
        String pipeline = watch.retrains() ? watch.pipeline() : "";
        if (!pipeline.isEmpty() && !retrainingShown) {
            retrainingShown = true;
            say("A pipeline learns anew: " + links.workflow(pipeline));
        }
        if (retrainingShown && !waitingShown) {
            approvals.waiting(DatasetCatalog.STANDARD).stream().findFirst().ifPresent(this::release);
        }
    }

    private void release(WaitingRelease waiting) {
        waitingShown = true;
        say("Version " + waiting.awaited().version().version() + " passed the gate and waits for a person: "
                + approvals.page(waiting));
        if (!plan.approves()) {
            say("Approve it: " + plan.approveCommand() + "  " + watch.releases());
            return;
        }
        var released = approvals.say(waiting, true, new Approval("demo", "--yes was given"));
        say("Approved by --yes: " + released.promotion().reason() + "  " + watch.releases());
    }

    private void say(String line) {
        told.accept(TIME.format(Instant.now()) + "  " + line);
    }

    @Override
    public void close() {
        schedule.close();
        approvals.close();
    }
}
