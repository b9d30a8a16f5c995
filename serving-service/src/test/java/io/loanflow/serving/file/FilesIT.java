package io.loanflow.serving.file;

import static io.loanflow.serving.fixture.RunningService.JSON;
import static io.loanflow.serving.fixture.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files over HTTP, with a champion from a real registry. */
class FilesIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final String CSV = "text/csv";
    private static final String ARROW = "application/vnd.apache.arrow.stream";
    private static final List<LoanRow> ROWS = LoanRows.madeUp(50, 7);
    private static final List<Column> FEATURES = LoanDefinition.DEFINITION.features();

    @TempDir
    private static Path journal;

    private static RunningService service;

    @BeforeAll
    static void start() {
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        shelf.promote(TrainedModel.explained(1).folder(DataOrigin.FILE));
        service = RunningService.start(
                MLFLOW.trackingUri(), shelf.name(), "--loanflow.decisions.journal-directory=" + journal);
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<ObjectNode> objects() {
        return ROWS.stream().map(row -> row.json(LoanDefinition.DEFINITION)).toList();
    }

    private static List<Double> expected() {
        JsonNode answer =
                json(service.post("/api/v1/predictions/batch", JSON.writeValueAsString(Map.of("rows", objects()))));
        return answer.path("answers")
                .valueStream()
                .map(one -> one.at("/prediction/probability").doubleValue())
                .toList();
    }

    private static String csv() {
        return objects().stream()
                .map(row -> "x," + row.values().stream().map(JsonNode::asString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(
                        "\n",
                        "account," + FEATURES.stream().map(Column::name).collect(Collectors.joining(",")) + "\n",
                        "\n"));
    }

    private static HttpResponse<byte[]> send(String query, String type, byte[] body) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.base() + "/api/v1/predictions/file" + query))
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofByteArray(body))
                                    .build(),
                            BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String[]> lines(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCsvTableComesBackWithTheSameScores() {
        List<String[]> lines = lines(send("", CSV, utf8(csv())));

        assertThat(lines.get(0)).startsWith("account", "person_age").endsWith("decision", "probability", "error");
        assertThat(lines.stream().skip(1).map(line -> Double.parseDouble(line[line.length - 2])))
                .isEqualTo(expected());
        assertThat(lines)
                .hasSize(ROWS.size() + 1)
                .allSatisfy(line -> assertThat(line).hasSize(FEATURES.size() + 4));
    }

    /** Of what the model does not take there may be much. */
    @Test
    void longLinesAreAnsweredAndAMarkInFrontIsNoName() {
        String wide = csv().replace("\nx,", "\n" + "y".repeat(900_000) + ",");

        List<String[]> lines = lines(send("", CSV, utf8("\uFEFF" + wide)));

        assertThat(lines.get(0)[0]).isEqualTo("account");
        assertThat(lines.stream().skip(1).map(line -> Double.parseDouble(line[line.length - 2])))
                .isEqualTo(expected());
    }

    @Test
    void aWrongRowHasItsErrorsAndTheOthersTheirScores() {
        String[] table = csv().split("\n");
        table[3] = table[3].replaceFirst("x,[0-9.]+,", "x,7,").replaceFirst("(No|Yes)$", "perhaps");
        table[5] = "x,1";

        List<String[]> lines = lines(send("", CSV, utf8(String.join("\n", table))));

        assertThat(String.join(",", lines.get(3)))
                .contains("person_age must be a number from 18 to 100 (years); previous_loan_defaults_on_file must be");
        assertThat(lines.get(5)).hasSize(FEATURES.size() + 4);
        assertThat(lines.get(5)[FEATURES.size() + 3]).isEqualTo("the line has 2 cells and the header 13");
        assertThat(lines.get(4)[FEATURES.size() + 1]).isIn("approved", "rejected");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anArrowTableComesBackWithTheSameScores(boolean asFile) throws IOException {
        HttpResponse<byte[]> answer = send("", ARROW, arrow(asFile, 20));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue(ARROW);
        List<Double> probabilities = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(answer.body()), allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            root.getSchema().getFields().forEach(field -> names.add(field.getName()));
            while (reader.loadNextBatch()) {
                Float8Vector vector = (Float8Vector) root.getVector("probability");
                IntStream.range(0, root.getRowCount()).forEach(row -> probabilities.add(vector.get(row)));
                assertThat(root.getVector("error").getNullCount()).isEqualTo(root.getRowCount());
            }
        }
        assertThat(names).startsWith("person_age").endsWith("decision", "probability", "error");
        assertThat(probabilities).isEqualTo(expected());
    }

    /** @param batch rows of a record batch */
    private static byte[] arrow(boolean asFile, int batch) throws IOException {
        List<Field> fields = FEATURES.stream()
                .map(column -> Field.nullable(
                        column.name(),
                        column.name().equals("credit_score")
                                ? new ArrowType.Int(64, true)
                                : column.type().isNumeric()
                                        ? new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)
                                        : ArrowType.Utf8.INSTANCE))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RootAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(fields), allocator);
                ArrowWriter writer = asFile
                        ? new ArrowFileWriter(root, null, java.nio.channels.Channels.newChannel(bytes))
                        : new ArrowStreamWriter(root, null, bytes)) {
            for (int start = 0; start < ROWS.size(); start += batch) {
                int rows = Math.min(batch, ROWS.size() - start);
                root.allocateNew();
                for (int row = 0; row < rows; row++) {
                    put(root, row, ROWS.get(start + row));
                }
                root.setRowCount(rows);
                writer.writeBatch();
            }
            writer.end();
        }
        return bytes.toByteArray();
    }

    /** One row, whose texts are of one byte. */
    private static byte[] textsOf(ArrowType type, int text) throws IOException {
        List<Field> fields = FEATURES.stream()
                .map(column -> Field.nullable(
                        column.name(),
                        column.type().isNumeric() ? new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE) : type))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RootAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(fields), allocator);
                ArrowWriter writer = new ArrowStreamWriter(root, null, bytes)) {
            root.allocateNew();
            for (FieldVector vector : root.getFieldVectors()) {
                if (vector instanceof Float8Vector numbers) {
                    numbers.setSafe(0, 30);
                } else {
                    ((BaseVariableWidthVector) vector).setSafe(0, new byte[] {(byte) text});
                }
            }
            root.setRowCount(1);
            writer.writeBatch();
            writer.end();
        }
        return bytes.toByteArray();
    }

    private static void put(VectorSchemaRoot root, int row, LoanRow loan) {
        for (int i = 0; i < FEATURES.size(); i++) {
            String category = loan.categories()[i];
            if (root.getVector(i) instanceof VarCharVector texts) {
                texts.setSafe(row, utf8(String.valueOf(category)));
            } else if (root.getVector(i) instanceof BigIntVector longs) {
                longs.setSafe(row, (long) loan.numbers()[i]);
            } else {
                ((Float8Vector) root.getVector(i)).setSafe(row, loan.numbers()[i]);
            }
        }
    }

    @Test
    void reasonsAreGivenWhereTheyAreWanted() {
        List<String[]> lines = lines(send("?reasons=2", CSV, utf8(csv())));

        assertThat(lines.get(0)).contains("reasons").doesNotContain("contributions", "decision_id");
        assertThat(lines.stream().skip(1).map(line -> String.join(",", line)))
                .anySatisfy(line -> assertThat(line).contains("rejected").contains("\"\"contribution\"\":-"));
    }

    @Test
    void rowsAreDecisionsWhereThatIsSaid() {
        List<String[]> lines = lines(send("?record=true", CSV, utf8(csv())));
        String id = lines.get(1)[FEATURES.size() + 3];

        JsonNode decision = json(service.get("/api/v1/decisions/" + id));

        assertThat(decision.path("record")).isEqualTo(objects().get(0));
        assertThat(decision.at("/verdict/probability").doubleValue())
                .isEqualTo(expected().get(0));
        assertThat(json(service.get("/api/v1/decisions/" + id + "/replay"))
                        .path("equal")
                        .asBoolean(false))
                .isTrue();
    }

    /** Whoever sends it again would decide about its first rows twice. */
    @Test
    void aFileThatIsNoTableToItsEndDecidesNothing() {
        double before = service.predictions();
        String table = csv();
        String rows = table.substring(table.indexOf('\n') + 1);

        HttpResponse<byte[]> answer = send("?record=true", CSV, utf8(table + rows.repeat(200) + "\"never closed"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(service.predictions()).isEqualTo(before);
    }

    /** A file of decisions is remembered by no key; a file that is only scored may be sent as often as one likes. */
    @Test
    void aKeyIsRefusedWhereRowsAreDecisions() throws IOException, InterruptedException {
        for (boolean recorded : List.of(true, false)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(service.base() + "/api/v1/predictions/file?record=" + recorded))
                    .header("Content-Type", CSV)
                    .header("Idempotency-Key", "7")
                    .POST(BodyPublishers.ofString(csv()))
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(recorded ? 400 : 200);
        }
    }

    @Test
    void whatIsNoSuchTableIsRefused() throws IOException {
        assertRefused(CSV, utf8(""), "The file is empty");
        assertRefused(CSV, utf8("a,b\n1,2\n"), "The file has no column person_age");
        assertRefused(CSV, utf8(csv().replaceFirst("account", "decision")), "has a column decision already");
        assertRefused(CSV, utf8(csv().replaceFirst("account", "person_age")), "two columns of the file have the same");
        assertRefused(CSV, utf8(csv() + "\"never closed"), "cannot be read as CSV");
        assertRefused(
                CSV, csv().replaceFirst("x,", "\u00e9,").getBytes(StandardCharsets.ISO_8859_1), "is not in UTF-8");
        assertRefused(ARROW, utf8("person_age\n30\n"), "is not an Arrow IPC stream");
        assertRefused(ARROW, new byte[0], "");
        byte[] arrow = arrow(false, 50);
        assertRefused(ARROW, Arrays.copyOf(arrow, arrow.length - 1000), "ends within");
        assertRefused(ARROW, textsOf(ArrowType.Binary.INSTANCE, 'x'), "is of the Arrow type Binary");
        assertRefused(ARROW, textsOf(ArrowType.Utf8.INSTANCE, 0xFC), "holds bytes that are no text in UTF-8");
        byte[] huge = arrow.clone();
        Arrays.fill(huge, 4, 8, (byte) 0x7F);
        assertRefused(ARROW, huge, "has a head of more than 4 MiB");
        // Whatever bit is wrong, it is the file's fault.
        for (int place = 8; place < arrow.length; place += 97) {
            byte[] damaged = arrow.clone();
            damaged[place] ^= (byte) 0xFF;
            assertThat(send("", ARROW, damaged).statusCode())
                    .as("byte " + place)
                    .isIn(200, 400, 413);
        }
    }

    private static void assertRefused(String type, byte[] body, String told) {
        HttpResponse<byte[]> answer = send("", type, body);
        String text = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(answer.statusCode()).as(text).isEqualTo(400);
        assertThat(text.toLowerCase(java.util.Locale.ROOT)).contains(told.toLowerCase(java.util.Locale.ROOT));
    }

    /** 80 MB, where a request's body may have 8. */
    @Test
    void aLongFileIsAnswered() throws IOException, InterruptedException {
        String table = csv();
        int start = table.indexOf('\n') + 1;
        byte[] rows = utf8(table.substring(start));
        int times = (80 << 20) / rows.length;
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.base() + "/api/v1/predictions/file"))
                .header("Content-Type", CSV)
                .POST(BodyPublishers.ofInputStream(() -> repeated(utf8(table.substring(0, start)), rows, times)))
                .build();

        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        assertThat(answer.statusCode()).isEqualTo(200);
        long lines = 0;
        try (InputStream body = answer.body()) {
            byte[] piece = new byte[1 << 16];
            for (int size = body.read(piece); size >= 0; size = body.read(piece)) {
                for (int i = 0; i < size; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
            }
        }
        assertThat(lines).isEqualTo(1 + (long) times * ROWS.size());
    }

    private static InputStream repeated(byte[] header, byte[] rows, int times) {
        Enumeration<InputStream> parts = Collections.enumeration(IntStream.range(0, times)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(rows))
                .toList());
        return new SequenceInputStream(new ByteArrayInputStream(header), new SequenceInputStream(parts));
    }
}
