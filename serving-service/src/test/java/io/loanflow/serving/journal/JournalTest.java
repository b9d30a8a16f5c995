package io.loanflow.serving.journal;

import static io.loanflow.testsupport.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final long LARGE = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void whatWasAppendedIsThereInItsOrderAndAtItsPlace() throws IOException {
        try (Journal journal = open(LARGE)) {
            Place first = append(journal, "one");
            Place second = append(journal, "two");

            Path file = journal.folder().segments().get(0);
            assertThat(contents(file)).containsExactly("one", "two");
            assertThat(Segment.read(file, first.offset())).hasValue("one".getBytes(UTF_8));
            assertThat(Segment.read(file, second.offset())).hasValue("two".getBytes(UTF_8));
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<String> all = new ArrayList<>();
        try (Journal journal = open(LARGE)) {
            List<Future<Place>> places = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                String entry = "entry " + i;
                all.add(entry);
                places.add(threads.submit(() -> append(journal, entry)));
            }
            for (int i = 0; i < all.size(); i++) {
                Place place = places.get(i).get();
                Path file = journal.folder().path().resolve(place.segment());
                assertThat(Segment.read(file, place.offset()))
                        .hasValue(all.get(i).getBytes(UTF_8));
            }
            assertThat(contents(journal.folder().segments().get(0))).containsExactlyInAnyOrderElementsOf(all);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTornTailIsCutWhereverItWasTorn() throws IOException {
        Path file = written("one", "two");
        byte[] whole = Files.readAllBytes(file);
        int lastBegins = EntryFormat.HEADER + "one".length();
        for (int length = lastBegins; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            recover();

            assertThat(contents(file)).containsExactly("one");
            assertThat(file).hasSize(lastBegins);
        }
    }

    @Test
    void zerosAndNoiseAfterTheEndAreCut() throws IOException {
        for (byte[] tail : List.of(
                new byte[100], new byte[] {127, 1, 2, 3, 4, 5, 6, 7, 8, 9}, new byte[] {-1, -1, -1, -1, 0, 0, 0, 0, 1
                })) {
            Path file = written("one");
            Files.write(file, tail, StandardOpenOption.APPEND);

            assertThat(recover()).isZero();

            assertThat(contents(file)).containsExactly("one");
            Files.delete(file);
        }
    }

    @Test
    void aDamagedEntryCostsNoOther() throws IOException {
        Path file = written("one", "two", "three");
        byte[] bytes = Files.readAllBytes(file);
        bytes[EntryFormat.HEADER + 3 + EntryFormat.HEADER] ^= 1;
        Files.write(file, bytes);

        assertThat(recover()).isEqualTo(1);

        assertThat(contents(file)).containsExactly("one", "three");
    }

    @Test
    void aFullFileIsFollowedByAnotherAndASealedOneIsDone() throws IOException {
        try (Journal journal = open(10)) {
            append(journal, "a long entry");
            append(journal, "another");
            append(journal, "the last");

            assertThat(journal.folder().segments()).hasSize(3);
            assertThat(journal.sealed()).hasSize(2);
            journal.seal();
            assertThat(journal.sealed()).hasSize(3);
            journal.seal();
            assertThat(journal.folder().segments()).hasSize(3);
        }
    }

    @Test
    void eachProcessHasAFolderOfItsOwnAndTakesOverWhatIsFree() throws IOException {
        JournalFolder first = JournalFolder.claim(directory);
        JournalFolder second = JournalFolder.claim(directory);

        assertThat(second.path()).isNotEqualTo(first.path());
        assertThat(JournalFolder.abandoned(directory)).isEmpty();
        first.close();
        try (JournalFolder third = JournalFolder.claim(directory)) {
            assertThat(third.path()).isEqualTo(first.path());
        }
        second.close();
    }

    @Test
    void anEmptyFolderIsDeletedAndAFullOneIsNot() throws IOException {
        Path file = written("one");
        for (JournalFolder folder : JournalFolder.abandoned(directory)) {
            folder.deleteIfEmpty();
            assertThat(file).exists();
            Files.delete(file);
            folder.deleteIfEmpty();
            folder.close();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDiskThatFailsIsSaidAndTriedAgain() throws IOException {
        JournalFolder folder = JournalFolder.claim(directory);
        Path away = directory.resolve("away");
        try (Journal journal = Journal.open(folder, LARGE)) {
            Files.move(folder.path(), away);

            assertThatThrownBy(() -> append(journal, "one"))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(journal.failure()).isPresent();

            Files.move(away, folder.path());
            await().until(() -> journal.failure().isEmpty());
            append(journal, "two");
            assertThat(contents(folder.segments().get(0))).containsExactly("two");
        }
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        Path file = written("one");

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
    }

    @Test
    void aClosedJournalTakesNothing() throws IOException {
        Journal journal = open(LARGE);
        journal.close();

        assertThatThrownBy(() -> append(journal, "late")).isInstanceOf(JournalUnavailableException.class);
    }

    private Journal open(long segmentBytes) throws IOException {
        return Journal.open(JournalFolder.claim(directory), segmentBytes);
    }

    /** The only file of a journal with these entries, whose process has ended. */
    private Path written(String... entries) throws IOException {
        try (Journal journal = open(LARGE)) {
            for (String entry : entries) {
                append(journal, entry);
            }
            return journal.folder().segments().get(0);
        }
    }

    private int recover() throws IOException {
        try (JournalFolder folder = JournalFolder.claim(directory)) {
            return folder.recover((place, content) -> {});
        }
    }

    private static Place append(Journal journal, String entry) {
        return journal.append(entry.getBytes(UTF_8));
    }

    private static List<String> contents(Path file) throws IOException {
        List<String> contents = new ArrayList<>();
        var unused = Segment.read(file, (place, content) -> contents.add(new String(content, UTF_8)));
        return contents;
    }
}
