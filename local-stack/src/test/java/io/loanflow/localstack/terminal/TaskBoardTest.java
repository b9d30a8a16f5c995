package io.loanflow.localstack.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TaskBoardTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void elsewhereThanOnATerminalEachEndIsALine() {
        try (TaskBoard board = board(0)) {
            board.show("redis", TaskState.RUNNING, "starting");
            nanoTime.addAndGet(1_540_000_000);
            board.show("redis", TaskState.DONE, "127.0.0.1:16379");
            board.show("redis", TaskState.DONE, "127.0.0.1:16379");
            board.note("mlflow is installed first");
            board.show("mlflow", TaskState.FAILED, "no disk", 61.25);
        }

        assertThat(text()).isEqualTo("""
                          ✓ redis   127.0.0.1:16379   1.5 s
                          ! mlflow is installed first
                          ✗ mlflow  no disk  61.3 s
                        """);
    }

    @Test
    void onATerminalTheLastStateStaysAlignedAndCutToItsWidth() {
        try (TaskBoard board = board(48)) {
            board.show("redis", TaskState.DONE, "127.0.0.1:16379", 0.2);
            board.show("mlflow", TaskState.RUNNING, "a text that is far too long for the line", 12);
        }

        assertThat(text()).isEqualTo("""
                          ✓ redis   127.0.0.1:16379               0.2 s
                          · mlflow  a text that is far too lon…
                        """);
        assertThat(text().lines()).allMatch(line -> line.length() <= 48);
    }

    @Test
    void aTerminalIsDrawnOverInPlace() {
        TaskBoard board = board(40);
        board.draw();
        board.show("redis", TaskState.DONE, "", 1);
        board.close();

        assertThat(text()).contains("\u001B[2F\u001B[0J");
    }

    @Test
    void withoutColoursNoEscapeIsPrinted() {
        Terminal plain = new Terminal(new PrintStream(printed), new PrintStream(printed), 80, false);
        Terminal coloured = new Terminal(new PrintStream(printed), new PrintStream(printed), 80, true);

        assertThat(plain.red("text")).isEqualTo("text");
        assertThat(coloured.red("text")).isEqualTo("\u001B[31mtext\u001B[0m");
    }

    private TaskBoard board(int columns) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new TaskBoard(new Terminal(out, out, columns, false), List.of("redis", "mlflow"), nanoTime::get);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
