package io.loanflow.monitoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.WholeServiceTest;
import io.loanflow.monitoring.ledger.LedgerCheck.Finding;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class LedgerIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReleaseMemory memory;

    @Autowired
    private LedgerVerification verification;

    @Autowired
    private LedgerGlance glance;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private MlflowRuns runs;

    @DynamicPropertySource
    static void mlflow(DynamicPropertyRegistry settings) {
        settings.add("loanflow.tracking-uri", MLFLOW::trackingUri);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM ledger_entry").update();
        for (String model : List.of("loan", "cars")) {
            registry.register(
                    model, runs.findOrCreate(runs.experiment("ledger"), model, "key", model), "note", Map.of());
            registry.setModelTag(model, "ledger_head", "");
            registry.deleteAlias(model, ModelRegistry.CHAMPION);
        }
    }

    @Test
    void aHappeningIsRememberedOnceHoweverOftenItIsTold() {
        ReleaseEvent event = move(ReleaseEventKind.PROMOTED, null, 1, NOON);

        LedgerHead first = memory.remember(event);
        assertThat(memory.remember(event)).isEqualTo(first);

        assertThat(first.number()).isEqualTo(1);
        assertThat(registry.models())
                .filteredOn(model -> model.name().equals("loan"))
                .singleElement()
                .satisfies(model -> assertThat(model.tags()).containsEntry("ledger_head", "1:" + first.hash()));
        assertThat(verification.check(null)).isEqualTo(new LedgerCheck(true, 1, first, List.of(), List.of(outside())));
    }

    private static String outside() {
        return "The champion of loan is none, and the ledger's is version 1: somebody moved the alias; the next release"
                + " or rollback writes that down.";
    }

    @Test
    void whoeverAddsAtOnceMakesOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<LedgerEntry>> additions = IntStream.range(0, 80)
                    .<Callable<LedgerEntry>>mapToObj(i -> () -> ledger.add(draft("key " + i / 2)))
                    .toList();
            for (Future<LedgerEntry> addition : threads.invokeAll(additions)) {
                assertThat(addition.get().number()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        LedgerCheck check = verification.check(null);
        assertThat(check.findings()).isEmpty();
        assertThat(check.entries()).isEqualTo(40);
    }

    @Test
    void theAliasMovedOutsideIsWrittenDownBeforeTheNextMove() {
        memory.remember(move(ReleaseEventKind.PROMOTED, 7, 8, NOON));
        memory.remember(move(ReleaseEventKind.ROLLED_BACK, 5, 6, NOON.plusSeconds(60)));
        memory.remember(move(ReleaseEventKind.TAKEN_BACK, 6, null, NOON.plusSeconds(120)));
        memory.remember(move(ReleaseEventKind.PROMOTED, null, 9, NOON.plusSeconds(180)));
        // Found there by a release that had nothing to do any more.
        memory.remember(move(ReleaseEventKind.MOVED_OUTSIDE, 9, 9, NOON.plusSeconds(240)));
        memory.remember(move(ReleaseEventKind.MOVED_OUTSIDE, 9, 10, NOON.plusSeconds(300)));

        assertThat(ledger.releases("loan", null, 20).stream()
                        .map(entry -> entry.type() + " " + version(entry, "from") + " " + version(entry, "to")))
                .containsExactly(
                        "release.moved-outside 9 10",
                        "release.promoted 0 9",
                        "release.taken-back 6 0",
                        "release.rolled-back 5 6",
                        "release.moved-outside 8 5",
                        "release.promoted 7 8",
                        "release.moved-outside 0 7");
        assertThat(verification.check(null).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entry SET content = REPLACE(content, 'better', 'Better') WHERE number = 3",
                "UPDATE ledger_entry SET content = 'no JSON' WHERE number = 3",
                "UPDATE ledger_entry SET content = REPLACE(content, 'better', 'Better'), hash ="
                        + " SHA2(REPLACE(content, 'better', 'Better'), 256) WHERE number = 3",
                "UPDATE ledger_entry SET dataset = 'cars' WHERE number = 3",
                "UPDATE ledger_entry SET happened_at = '2020-01-01' WHERE number = 3",
                "UPDATE ledger_entry SET type = 'release.promoted' WHERE number = 3",
                "DELETE FROM ledger_entry WHERE number = 3"
            })
    void whatIsDoneToAnEntryIsFoundAndNamesIt(String tampering) {
        five();

        database.sql(tampering).update();

        assertThat(verification.check(null).findings())
                .extracting(Finding::entry)
                .containsOnly(3L);
        assertThat(ledger.releases("loan", null, 20)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatIsRemovedAtTheEndIsFoundByWhatMlflowKeeps(int left) {
        five();

        database.sql("DELETE FROM ledger_entry WHERE number > ?").param(left).update();

        assertThat(verification.check(null).findings())
                .extracting(Finding::problem)
                .containsExactly(left == 4 ? "entry 5 was removed" : "entries 2 to 5 were removed");
    }

    @Test
    void aChainWrittenAnewIsFoundByWhatMlflowKeepsOrByWhatAPersonKept() {
        LedgerHead head = five();
        List<LedgerEntry> entries = ledger.releases("loan", null, 20);
        database.sql("DELETE FROM ledger_entry").update();
        for (int i = entries.size() - 1; i >= 0; i--) {
            LedgerEntry entry = entries.get(i);
            JsonNode body = i == 2 ? JsonNodeFactory.instance.objectNode() : entry.body();
            ledger.add(new LedgerDraft(entry.type(), entry.key(), entry.dataset(), entry.at(), body));
        }

        assertThat(verification.check(null).findings())
                .extracting(Finding::entry)
                .containsExactly(5L);
        registry.setModelTag("loan", "ledger_head", "");
        assertThat(verification.check(null).findings()).isEmpty();
        assertThat(verification.check(head).findings())
                .extracting(Finding::problem)
                .singleElement()
                .asString()
                .contains("another than the one that whoever asks names");
    }

    @Test
    void whatIsPutInAtTheEndIsFoundWhenItIsOld() {
        LedgerHead head = five();
        LedgerDraft draft = draft("put in");
        String text = EntryContent.text(6, head.hash(), draft, Instant.now().minus(Duration.ofHours(2)));
        database.sql("INSERT INTO ledger_entry VALUES (6, ?, ?, ?, ?, 'loan', ?, ?)")
                .params(
                        head.hash(),
                        EntryContent.hash(text),
                        Ledger.happening("put in"),
                        draft.type(),
                        "2026-05-03 12:00:00",
                        text)
                .update();

        assertThat(verification.check(null).findings())
                .extracting(Finding::entry)
                .containsExactly(6L);
    }

    /** What was found in order is not read again for an hour by whoever passes by. */
    @Test
    void aGlanceReadsFromTheLastEntryThatItKnows() {
        LedgerHead head = five();
        Instant whole = Instant.now();
        assertThat(glance.look(whole).check().head()).isEqualTo(head);

        LedgerHead sixth = memory.remember(move(ReleaseEventKind.PROMOTED, 2, 5, NOON.plusSeconds(300)));
        LedgerGlance.Seen seen = glance.look(whole.plusSeconds(60));
        assertThat(seen.whole()).isEqualTo(whole);
        assertThat(seen.check().sound()).isTrue();
        assertThat(seen.check().entries()).isEqualTo(6);
        assertThat(seen.check().head()).isEqualTo(sixth);

        tamper(3);
        assertThat(glance.look(whole.plusSeconds(60)).check().sound()).isTrue();
        assertThat(verification.check(null).sound()).as("whoever asks for all").isFalse();
        LedgerGlance.Seen later = glance.look(whole.plus(Duration.ofHours(2)));
        assertThat(later.check().findings()).extracting(Finding::entry).containsOnly(3L);
        assertThat(later.whole()).isEqualTo(whole.plus(Duration.ofHours(2)));
        assertThat(glance.look(whole).check().sound())
                .as("once found, it is said each time")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "remove"})
    void aGlanceFindsWhatIsDoneToTheLastEntryThatItKnows(String tampering) {
        five();
        Instant whole = Instant.now();
        assertThat(glance.look(whole).check().sound()).isTrue();

        if (tampering.equals("change")) {
            tamper(5);
        } else {
            database.sql("DELETE FROM ledger_entry WHERE number = 5").update();
        }

        assertThat(glance.look(whole.plusSeconds(1)).check().findings())
                .extracting(Finding::entry)
                .containsOnly(5L);
    }

    private void tamper(int number) {
        database.sql("UPDATE ledger_entry SET content = REPLACE(content, 'better', 'Better') WHERE number = ?")
                .param(number)
                .update();
    }

    @Test
    void theDoorSaysWhatDecidedWhen() throws Exception {
        five();
        memory.remember(event("cars", ReleaseEventKind.PROMOTED, null, 1, NOON.plusSeconds(90)));

        assertThat(decided("2026-05-03T11:59:59.999999Z")).isEmpty();
        assertThat(decided("2026-05-03T12:00Z")).containsExactly("loan 1");
        assertThat(decided("2026-05-03T14:01:29%2B02:00")).containsExactly("loan 2");
        assertThat(decided("2026-05-03T14:01:30+02:00")).containsExactly("cars 1", "loan 2");
        // The third was refused, and the last taken back.
        assertThat(decided("2026-05-03T12:03:30Z")).containsExactly("cars 1", "loan 4");
        assertThat(decided("2030-01-01T00:00Z")).containsExactly("cars 1", "loan 2");
        for (String wrong :
                List.of("yesterday", "2026-05-03T12:00", "", "2026-13-03T12:00Z", "+99999999-01-01T00:00Z")) {
            HttpResponse<String> answer = get("/api/v1/releases?at=" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body())
                    .contains("such as 2026-05-03T12:00Z")
                    .contains("urn:loanflow:problem:bad-request");
        }
    }

    @Test
    void theDoorPagesAndAnybodyCanComputeTheHashes() throws Exception {
        LedgerHead head = five();

        JsonNode first = json("/api/v1/releases?dataset=loan&size=3");
        JsonNode second = json("/api/v1/releases?dataset=loan&size=3&before="
                + first.path("next").asLong());

        assertThat(second.path("next").isNull()).isTrue();
        List<JsonNode> entries = Stream.concat(
                        first.path("entries").valueStream(),
                        second.path("entries").valueStream())
                .toList();
        assertThat(entries).extracting(entry -> entry.path("number").asLong()).containsExactly(5L, 4L, 3L, 2L, 1L);
        for (JsonNode entry : entries) {
            var content = entry.asObject().deepCopy();
            content.remove("hash");
            assertThat(EntryContent.hash(CanonicalJson.text(content)))
                    .isEqualTo(entry.path("hash").asString());
        }
        assertThat(entries.get(3)
                        .path("body")
                        .path("evidence")
                        .path("word")
                        .path("name")
                        .asString())
                .isEqualTo("Ada <b>");
        JsonNode check = json("/api/v1/ledger/verification?anchor=5:" + head.hash());
        assertThat(check.path("sound").asBoolean()).isTrue();
        assertThat(check.path("head").path("hash").asString()).isEqualTo(head.hash());
        assertThat(get("/api/v1/ledger/verification?anchor=5").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/releases?before=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/releases?size=501").statusCode()).isEqualTo(400);
        assertThat(json("/api/v1/releases?dataset=none").path("entries")).isEmpty();
    }

    @Test
    void aTimeIsTheSameWhereverTheServiceRuns() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        try {
            memory.remember(move(ReleaseEventKind.PROMOTED, null, 1, NOON));
            assertThat(ledger.inForce(null, NOON)).hasSize(1);
            assertThat(ledger.inForce(null, NOON.minusNanos(1000))).isEmpty();
            assertThat(verification.check(null).findings()).isEmpty();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Promoted, promoted, refused, promoted, taken back. */
    private LedgerHead five() {
        memory.remember(move(ReleaseEventKind.PROMOTED, null, 1, NOON));
        memory.remember(move(ReleaseEventKind.PROMOTED, 1, 2, NOON.plusSeconds(60)));
        memory.remember(move(ReleaseEventKind.REFUSED, 2, 2, NOON.plusSeconds(120)));
        memory.remember(move(ReleaseEventKind.PROMOTED, 2, 4, NOON.plusSeconds(180)));
        return memory.remember(move(ReleaseEventKind.TAKEN_BACK, 4, 2, NOON.plusSeconds(240)));
    }

    private List<String> decided(String at) throws Exception {
        return json("/api/v1/releases?at=" + at)
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("dataset").asString() + " "
                        + entry.path("body").path("to").path("version").asInt())
                .toList();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int version(LedgerEntry entry, String property) {
        return entry.body().path(property).path("version").asInt(0);
    }

    private static ReleaseEvent move(ReleaseEventKind kind, @Nullable Integer from, @Nullable Integer to, Instant at) {
        return event("loan", kind, from, to, at);
    }

    private static ReleaseEvent event(
            String dataset, ReleaseEventKind kind, @Nullable Integer from, @Nullable Integer to, Instant at) {
        ModelVersionRef before = version(dataset, from);
        ModelVersionRef after = version(dataset, to);
        return new ReleaseEvent(
                kind,
                dataset,
                after == null ? before : after,
                before,
                after,
                at,
                "better / \u0001 ä 😀",
                new PipelineRun("release", "run"),
                null,
                new ReleaseEvidence("it passed", "| Floor |", null, new Approval("Ada <b>", "seen")));
    }

    private static @Nullable ModelVersionRef version(String dataset, @Nullable Integer number) {
        return number == null ? null : new ModelVersionRef(dataset, number, "run-" + number, "digest-" + number);
    }

    private static LedgerDraft draft(String key) {
        return new LedgerDraft(
                "release.refused",
                key,
                "loan",
                NOON,
                JsonNodeFactory.instance.objectNode().put("why", "none"));
    }
}
