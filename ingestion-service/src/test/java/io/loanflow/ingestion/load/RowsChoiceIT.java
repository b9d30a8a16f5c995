package io.loanflow.ingestion.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.ledger.QuarantineEntry;
import io.loanflow.ingestion.source.FileUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** Which rows a run learns from. Each test has a data set of its own. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(
        properties = {"loanflow.data-directory=target/choice/data", "loanflow.files-directory=target/choice/files"})
class RowsChoiceIT {

    private static final Path DATA = Path.of("target/choice/data");
    private static final Path FILES = Path.of("target/choice/files");

    private static final String SYNTHETIC =
            """
            columns:
              - {name: weight, kind: number, step: 0.5, decimals: 1, quantiles: %s}
            correlation: [[1]]
            decision: {column: weight, at-most: 10, then: 0.2, else: 0.8}
            """.formatted(IntStream.range(0, 107).mapToObj(i -> i / 4.0).toList());

    @Autowired
    RowsChoice choice;

    @Autowired
    LoadLedger ledger;

    @Autowired
    IngestionSettings settings;

    @Autowired
    QuarantineEntries quarantine;

    private String dataset;

    @BeforeEach
    void define(TestInfo test) throws IOException {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        dataset = name.substring(0, Math.min(name.length(), 30));
        Files.createDirectories(FILES);
        // What an earlier run of the tests left.
        FileSystemUtils.deleteRecursively(DATA.resolve(dataset));
        write("[0, 1000]", "");
    }

    @Test
    void withoutAFileTheNewestRealRowsAreTaken() throws IOException {
        DatasetLoad june = load(file("june", 1));
        DatasetLoad july = load(file("july", 2));
        DatasetLoad generated = choice.load(new RowsWanted(dataset, null, null, true, null), new LoadProgress())
                .load();

        LoadOutcome outcome = unnamed();

        assertThat(generated.source().origin()).isEqualTo(DataOrigin.SYNTHETIC);
        assertThat(outcome.load().id()).isEqualTo(july.id()).isNotEqualTo(june.id());
        assertThat(outcome.alreadyLoaded()).isTrue();
        assertThat(outcome.note()).isNull();
    }

    @Test
    void aLoadIsTakenByItsNumber() throws IOException {
        DatasetLoad june = load(file("june", 1));
        load(file("july", 2));

        assertThat(choice.load(new RowsWanted(dataset, null, june.id(), false, null), new LoadProgress())
                        .load()
                        .id())
                .isEqualTo(june.id());
    }

    @Test
    void anotherLoadThanACompleteOneOfTheDataSetIsRefused() throws IOException {
        DatasetLoad load = load(file("june", 1));
        Files.writeString(FILES.resolve("wrong.csv"), "no,such\n1,2\n");
        LoadRejectedException rejected =
                catchThrowableOfType(LoadRejectedException.class, () -> named("wrong.csv", null));

        assertThatThrownBy(() -> named(null, rejected.loadId()))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("is REJECTED");
        assertThatThrownBy(() -> named(null, 999_999L)).hasMessageContaining("there is no load 999999");
        assertThatThrownBy(() -> choice.load(new RowsWanted("other", null, load.id(), false, null), new LoadProgress()))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("is one of data set " + dataset + ", not of other");
    }

    @Test
    void moreThanOneSourceIsRefused() {
        assertThatThrownBy(() -> choice.load(new RowsWanted(dataset, "june.csv", 1L, false, null), new LoadProgress()))
                .isInstanceOf(RowsUnclearException.class);
    }

    @Test
    void theOwnFileCountsWhileItsContentIsNew() throws IOException {
        Path own = Files.writeString(DATA.resolve(dataset).resolve("own.csv"), rows(1));
        DatasetLoad first = unnamed().load();
        DatasetLoad sent = load(file("sent", 2));

        assertThat(unnamed().load().id()).isEqualTo(sent.id());
        Files.writeString(own, rows(3));
        LoadOutcome changed = unnamed();

        assertThat(first.key().sha256()).isNotEqualTo(changed.load().key().sha256());
        assertThat(changed.alreadyLoaded()).isFalse();
        assertThat(changed.load().key().sha256()).isEqualTo(Sha256.hex(own));
    }

    @Test
    void anotherRangeOrStricterExpectationsLoadTheFileAnew() throws IOException {
        String file = file("june", 1);
        DatasetLoad first = load(file);
        write("[0, 40]", "");

        DatasetLoad narrower = load(file);
        write("[0, 40]", """
                expectations:
                  - {type: expect_table_row_count_to_be_between, severity: info, kwargs: {min_value: 1}}
                """);
        DatasetLoad stricter = load(file);

        assertThat(narrower.id()).isGreaterThan(first.id());
        assertThat(narrower.figures().rowsStored()).isLessThan(first.figures().rowsStored());
        assertThat(stricter.id()).isGreaterThan(narrower.id());
        assertThat(ledger.definition(first).orElseThrow().definition()).contains("range: [0, 1000]");
        assertThat(ledger.definition(stricter).orElseThrow().definition()).contains("range: [0, 40]");
    }

    @Test
    void aCommentOrTheOrderOfKeysChangesNothing() throws IOException {
        String file = file("june", 1);
        DatasetLoad first = load(file);
        Path definition = DATA.resolve(dataset).resolve("dataset.yaml");
        String text = Files.readString(definition);
        Files.writeString(
                definition,
                "# Weighs cats.\n" + text.replace("version: 1\ntitle: Cats\n", "title: \"Cats\"\n\nversion: 1\n"));

        assertThat(named(file, null).alreadyLoaded()).isTrue();
        assertThat(unnamed().load().id()).isEqualTo(first.id());
    }

    @Test
    void withoutAFileAChangedDefinitionIsAppliedWhileTheFileIsThere() throws IOException {
        String file = file("june", 1);
        DatasetLoad first = load(file);
        write("[0, 40]", "");

        LoadOutcome anew = unnamed();
        Files.delete(FILES.resolve(file));
        write("[0, 30]", "");
        LoadOutcome left = unnamed();

        assertThat(anew.alreadyLoaded()).isFalse();
        assertThat(anew.load().figures().rowsStored())
                .isLessThan(first.figures().rowsStored());
        assertThat(left.load().id()).isEqualTo(anew.load().id());
        assertThat(left.note()).contains("load " + left.load().id(), file, "name the file");
    }

    @Test
    void generatedRowsComeWhereNothingRealWasEverLoaded() throws IOException {
        LoadOutcome outcome = unnamed();

        assertThat(outcome.load().source().origin()).isEqualTo(DataOrigin.SYNTHETIC);
        assertThat(outcome.note()).contains("generated", "no download");
        Files.delete(DATA.resolve(dataset).resolve("synthetic.yaml"));
        assertThatThrownBy(this::unnamed)
                .isInstanceOf(FileUnavailableException.class)
                .hasMessageContaining("its definition names no download");
    }

    @Test
    void oneWrongCellAmongThousandsOfCategoriesIsSaidShortly() throws IOException {
        String categories = IntStream.range(0, 5_000)
                .mapToObj(i -> "category number " + i)
                .collect(Collectors.joining(", ", "categories: [", "]"));
        Path definition = DATA.resolve(dataset).resolve("dataset.yaml");
        Files.writeString(
                definition,
                Files.readString(definition).replace("type: real, range: [0, 1000]", "type: nominal, " + categories));
        Files.writeString(FILES.resolve("many.csv"), "weight,tame\ncategory number 7,yes\nnone of them,no\n");

        DatasetLoad load = load("many.csv");

        assertThat(load.figures().rowsQuarantined()).isEqualTo(1);
        assertThat(quarantine.ofLoad(load.id(), Pageable.unpaged()).getContent())
                .singleElement()
                .extracting(QuarantineEntry::reason)
                .asString()
                .contains("must be one of category number 0, ", " and 4,995 more")
                .hasSizeLessThan(1_000);
        Files.writeString(FILES.resolve("many.csv"), "weight,tame\nnone of them,no\nnor this,no\n");
        Files.writeString(definition, Files.readString(definition).replace("limit: 1", "limit: 0"));
        assertThat(catchThrowable(() -> load("many.csv")))
                .isInstanceOf(LoadRejectedException.class)
                .message()
                .contains(" and 4,995 more")
                .hasSizeLessThan(1_000);
    }

    @Test
    void aWrongDefinitionConcernsItsOwnDataSetOnly() throws IOException {
        Path wrong = Files.createDirectories(DATA.resolve("wrong"));
        Files.writeString(wrong.resolve("dataset.yaml"), "name: wrong\nversion: none\n");

        Datasets started = new Datasets(settings);

        assertThat(started.names()).contains("wrong", dataset);
        assertThat(started.problem("wrong").orElseThrow()).contains("wrong/dataset.yaml:2: version: is \"none\"");
        assertThat(started.problem(dataset)).isEmpty();
        assertThat(load(file("june", 1)).figures().rowsStored()).isEqualTo(200);
        assertThatThrownBy(() -> choice.load(new RowsWanted("wrong", null, null, false, null), new LoadProgress()))
                .isInstanceOf(DatasetDefinitionException.class);
    }

    @Test
    void whatLiesInPlaceAndIsWrongIsNotPassedOver() throws IOException {
        load(file("june", 1));
        Files.writeString(DATA.resolve(dataset).resolve("own.csv"), "no,such\n1,2\n");

        assertThatThrownBy(this::unnamed).isInstanceOf(LoadRejectedException.class);
    }

    private LoadOutcome unnamed() {
        return named(null, null);
    }

    private LoadOutcome named(@Nullable String file, @Nullable Long load) {
        return choice.load(new RowsWanted(dataset, file, load, false, null), new LoadProgress());
    }

    private DatasetLoad load(String file) {
        return named(file, null).load();
    }

    /** A file in the files directory. */
    private String file(String name, int seed) throws IOException {
        String path = dataset + "-" + name + ".csv";
        Files.writeString(FILES.resolve(path), rows(seed));
        return path;
    }

    /** Weights from 0 to 49. */
    private static String rows(int seed) {
        return IntStream.range(0, 200)
                .mapToObj(row -> row % 50 + "." + seed + "," + (row % 3 == 0 ? "yes" : "no"))
                .collect(Collectors.joining("\n", "weight,tame\n", "\n"));
    }

    private void write(String range, String expectations) throws IOException {
        Path folder = Files.createDirectories(DATA.resolve(dataset));
        Files.writeString(folder.resolve("dataset.yaml"), """
                name: %s
                version: 1
                title: Cats
                description: Cats
                source: {file: own.csv}
                quarantine-limit: 1
                positive-label: "yes"
                columns:
                  - {name: weight, description: Weight, type: real, range: %s, role: feature}
                  - {name: tame, description: Tame, type: boolean, categories: ["no", "yes"], role: target}
                """.formatted(dataset, range));
        Files.writeString(folder.resolve("synthetic.yaml"), SYNTHETIC);
        if (!expectations.isEmpty()) {
            Files.writeString(folder.resolve("expectations.yaml"), expectations);
        }
    }
}
