package io.loanflow.serving.prediction;

import io.loanflow.model.row.Problem;
import io.loanflow.model.row.Row;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.champion.VersionNotServedException;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionKeeper;
import io.loanflow.serving.rollout.CanaryRoom;
import io.loanflow.serving.rollout.VersionTallies;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * From the bytes of a request to its answer, which is remembered before it leaves. One request is answered by one model, whatever becomes
 * champion meanwhile.
 */
@Service
public class Predictor {

    private final Champions champions;
    private final PredictionMetrics metrics;
    private final DecisionKeeper keeper;
    private final VersionTallies tallies;
    private final CanaryRoom canaries;
    private final RefusedRows refused;
    private final int maxBatchRows;

    Predictor(
            Champions champions,
            PredictionMetrics metrics,
            DecisionKeeper keeper,
            VersionTallies tallies,
            CanaryRoom canaries,
            RefusedRows refused,
            ServingSettings settings) {
        this.champions = champions;
        this.metrics = metrics;
        this.keeper = keeper;
        this.tallies = tallies;
        this.canaries = canaries;
        this.refused = refused;
        this.maxBatchRows = settings.maxBatchRows();
    }

    /**
     * @param request whose body is one row
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the row is not valid
     * @throws io.loanflow.serving.champion.UnknownDatasetException if the data set is not served
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     * @throws VersionNotServedException if another version is asked than the one in service
     * @throws io.loanflow.serving.journal.JournalUnavailableException if the decision cannot be remembered, and must be
     */
    public Prediction predict(PredictionRequest request) {
        ServedModel model = asked(request);
        PredictionMetrics.OfDataset meters = metrics.of(model);
        long start = System.nanoTime();
        byte[] body = utf8(model, request);
        RecordReading record = refused.reading(model, () -> read(model, body));
        if (record.reading().row() == null) {
            refused.count(model, record);
        }
        Row row = valid(record);
        Answered answered = counted(model, 1, () -> new Answering(model, request.wanted()).answer(row));
        long nanoseconds = System.nanoTime() - start;
        meters.scoringTook(nanoseconds);
        tallies.of(model).took(nanoseconds);
        Prediction prediction = answered.prediction();
        keeper.keep(model, List.of(Decided.of(model, answered, record.record(body))), request.key(), prediction);
        meters.count(model, prediction);
        return prediction;
    }

    /**
     * Asks a model that need not be in service; nothing is counted or remembered.
     *
     * @param body one row as JSON
     * @param wanted besides the decision
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the row is not valid
     */
    public Prediction answer(ServedModel model, byte[] body, WantedReasons wanted) {
        Row row = valid(read(model, JsonText.utf8(body)));
        return new Answering(model, wanted).answer(row).prediction();
    }

    /** The one in service, or one that is tried in its place. */
    private ServedModel asked(PredictionRequest request) {
        ServedModel champion = champions.required(request.dataset());
        Integer version = request.version();
        if (version == null) {
            return canaries.choose(champion, request::identity);
        }
        if (champion.version().version() != version) {
            throw new VersionNotServedException(champion.version());
        }
        return champion;
    }

    private <T> T counted(ServedModel model, int rows, Supplier<T> answering) {
        return tallies.of(model).during(rows, BatchTooLongException.class, answering);
    }

    private static RecordReading read(ServedModel model, byte[] body) {
        return JsonBody.read(body, parser -> RecordReading.read(model.reader(), parser, ""));
    }

    private static Row valid(RecordReading record) {
        Row row = record.reading().row();
        if (row == null) {
            throw new InvalidRequestException(record.reading().problems());
        }
        return row;
    }

    /**
     * @param request whose body is {@code {"rows": [...]}}
     * @throws MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if it is not such a batch; a wrong row has its errors in its answer instead
     * @throws BatchTooLongException if it has too many rows
     * @throws io.loanflow.serving.champion.UnknownDatasetException if the data set is not served
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     * @throws io.loanflow.serving.journal.JournalUnavailableException if the decisions cannot be remembered, and must be
     */
    public BatchPrediction predictBatch(PredictionRequest request) {
        ServedModel model = asked(request);
        byte[] body = utf8(model, request);
        return answer(model, request, body, records(model, body));
    }

    /**
     * As {@link #predictBatch}, but with an answer to each row or to none.
     *
     * @throws InvalidRequestException if any row is wrong; then nothing is remembered
     */
    public List<Prediction> predictAll(PredictionRequest request) {
        ServedModel model = asked(request);
        byte[] body = utf8(model, request);
        List<RecordReading> records = records(model, body);
        refuseWrong(model, records);
        return answer(model, request, body, records).answers().stream()
                .flatMap(answer -> Stream.ofNullable(answer.prediction()))
                .toList();
    }

    private byte[] utf8(ServedModel model, PredictionRequest request) {
        return refused.reading(model, () -> JsonText.utf8(request.body()));
    }

    private List<RecordReading> records(ServedModel model, byte[] body) {
        return refused.reading(
                model, () -> JsonBody.read(body, parser -> new BatchReader(model.reader(), maxBatchRows).read(parser)));
    }

    private void refuseWrong(ServedModel model, List<RecordReading> records) {
        List<Problem> problems = new ArrayList<>();
        for (RecordReading record : records) {
            if (record.reading().row() == null) {
                refused.count(model, record);
                problems.addAll(record.reading().problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }

    private BatchPrediction answer(
            ServedModel model, PredictionRequest request, byte[] body, List<RecordReading> records) {
        List<RecordReading> valid = records.stream()
                .filter(record -> record.reading().row() != null)
                .toList();
        List<Answered> answered =
                counted(model, valid.size(), () -> new Answering(model, request.wanted()).answers(rows(valid)));
        BatchPrediction answer = new BatchPrediction(answers(records, answered));
        keeper.keep(model, decisions(model, answered, valid, body), request.key(), answer);
        count(model, answer, records);
        return answer;
    }

    private static List<Row> rows(List<RecordReading> valid) {
        return valid.stream()
                .flatMap(record -> Stream.ofNullable(record.reading().row()))
                .toList();
    }

    /** The valid rows are scored together; each answer stands where its row stood. */
    private static List<BatchPrediction.Answer> answers(List<RecordReading> records, List<Answered> answered) {
        Iterator<Answered> next = answered.iterator();
        List<BatchPrediction.Answer> answers = new ArrayList<>(records.size());
        for (RecordReading record : records) {
            answers.add(
                    record.reading().row() == null
                            ? new BatchPrediction.Answer(null, record.reading().problems())
                            : new BatchPrediction.Answer(next.next().prediction(), null));
        }
        return answers;
    }

    private static List<Decision> decisions(
            ServedModel model, List<Answered> answered, List<RecordReading> valid, byte[] body) {
        List<Decision> decisions = new ArrayList<>(valid.size());
        for (int i = 0; i < valid.size(); i++) {
            decisions.add(Decided.of(model, answered.get(i), valid.get(i).record(body)));
        }
        return decisions;
    }

    private void count(ServedModel model, BatchPrediction answer, List<RecordReading> records) {
        PredictionMetrics.OfDataset meters = metrics.of(model);
        meters.batchOf(records.size());
        for (int i = 0; i < records.size(); i++) {
            Prediction prediction = answer.answers().get(i).prediction();
            if (prediction == null) {
                refused.count(model, records.get(i));
            } else {
                meters.count(model, prediction);
            }
        }
    }
}
