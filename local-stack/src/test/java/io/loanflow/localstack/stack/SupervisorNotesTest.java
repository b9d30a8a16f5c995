package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorNotesTest {

    @TempDir
    Path directory;

    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsWrittenSinceIsToldOnceAndInWholeLines() throws Exception {
        Path log = directory.resolve("supervisor.log");
        Files.writeString(log, SupervisorNotes.line("before") + "\n");
        SupervisorNotes notes = new SupervisorNotes(log);

        append(log, SupervisorNotes.line("first\nsecond") + "\na warning of the JVM\n2026");
        notes.tell(told::add);
        append(log, SupervisorNotes.line("thïrd").substring(4) + "\n");
        notes.tell(told::add);

        assertThat(told).containsExactly("first second", "thïrd");
    }

    @Test
    void aLogThatIsMissingOrBegunAnewIsNoError() throws Exception {
        Path log = directory.resolve("supervisor.log");
        SupervisorNotes notes = new SupervisorNotes(log);
        notes.tell(told::add);
        append(log, SupervisorNotes.line("a long note of the past") + "\n");
        notes.tell(told::add);
        Files.writeString(log, SupervisorNotes.line("new") + "\n");
        notes.tell(told::add);

        assertThat(told).containsExactly("a long note of the past", "new");
    }

    private static void append(Path log, String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
