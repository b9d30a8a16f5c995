package io.loanflow.localstack.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tasks with how far they are: redrawn in place on a terminal, elsewhere one line for each that ended. Tasks are reported
 * from several threads.
 */
public final class TaskBoard implements AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(120);
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int SECONDS_WIDTH = 8;

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final int labelWidth;
    private int drawnLines;
    private boolean closed;
    private int frame;

    public TaskBoard(Terminal terminal, List<String> labels) {
        this(terminal, labels, System::nanoTime);
        if (terminal.isInteractive()) {
            Thread redraw = new Thread(this::redraw, "redraw");
            redraw.setDaemon(true);
            redraw.start();
        }
    }

    TaskBoard(Terminal terminal, List<String> labels, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        labels.forEach(label -> tasks.put(label, Task.WAITING));
        labelWidth = labels.stream().mapToInt(String::length).max().orElse(0);
    }

    /** As below, with the time that passed while this board knew the task as running. */
    public synchronized void show(String label, TaskState state, String text) {
        Task before = tasks.getOrDefault(label, Task.WAITING);
        long now = nanoTime.getAsLong();
        show(label, new Task(state, text, before.state() == TaskState.WAITING ? now : before.begun(), now));
    }

    /** @param seconds the task has taken so far; goes on counting while it runs */
    public synchronized void show(String label, TaskState state, String text, double seconds) {
        long now = nanoTime.getAsLong();
        show(label, new Task(state, text, now - (long) (seconds * 1e9), now));
    }

    private void show(String label, Task task) {
        Task before = tasks.put(label, task);
        boolean ended = task.state().hasEnded() && (before == null || before.state() != task.state());
        if (ended && !terminal.isInteractive()) {
            terminal.line(row(label, task));
        }
    }

    /** Something worth a line of its own, above the tasks. */
    public synchronized void note(String text) {
        if (!closed) {
            terminal.out().print(terminal.rewind(drawnLines));
            drawnLines = 0;
        }
        terminal.line("  " + terminal.yellow("!") + " " + text);
        terminal.out().flush();
    }

    /** Draws the last state, which stays; what still ran is shown as not ended. */
    @Override
    public synchronized void close() {
        tasks.replaceAll((label, task) -> task.state() == TaskState.RUNNING
                ? new Task(TaskState.WAITING, task.text(), task.begun(), task.ended())
                : task);
        draw();
        closed = true;
        notifyAll();
    }

    private synchronized void redraw() {
        try {
            while (!closed) {
                draw();
                wait(REDRAW.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void draw() {
        if (terminal.isInteractive() && !closed) {
            frame++;
            StringBuilder text = new StringBuilder(terminal.rewind(drawnLines));
            tasks.forEach((label, task) -> text.append(row(label, task)).append('\n'));
            terminal.out().print(text);
            terminal.out().flush();
            drawnLines = tasks.size();
        }
    }

    private String row(String label, Task task) {
        String name = String.format(Locale.ROOT, "%-" + labelWidth + "s", label);
        String seconds = task.seconds(nanoTime.getAsLong());
        // Two blanks before and one after the symbol, two on both sides of the text.
        int room = terminal.columns() - labelWidth - SECONDS_WIDTH - 7;
        String text = terminal.isInteractive() ? cut(task.text(), Math.max(room, 0)) : task.text();
        String padding = terminal.isInteractive() ? " ".repeat(Math.max(room - text.length(), 0)) : "";
        String line = "  " + symbol(task.state()) + " "
                + (task.state() == TaskState.WAITING ? terminal.dim(name) : name) + "  " + text + padding;
        return seconds.isEmpty()
                ? line.stripTrailing()
                : line + terminal.dim(String.format(Locale.ROOT, "%" + SECONDS_WIDTH + "s", seconds));
    }

    private String symbol(TaskState state) {
        return switch (state) {
            case WAITING -> terminal.dim("·");
            case RUNNING -> terminal.yellow(String.valueOf(SPINNER.charAt(frame % SPINNER.length())));
            case DONE -> terminal.green("✓");
            case FAILED -> terminal.red("✗");
        };
    }

    private static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, Math.max(room - 1, 0)) + "…";
    }

    private record Task(TaskState state, String text, long begun, long ended) {

        static final Task WAITING = new Task(TaskState.WAITING, "", 0, 0);

        String seconds(long now) {
            if (state == TaskState.WAITING) {
                return "";
            }
            double nanos = (state == TaskState.RUNNING ? now : ended) - begun;
            return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        }
    }
}
