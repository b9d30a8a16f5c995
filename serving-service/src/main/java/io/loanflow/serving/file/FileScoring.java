package io.loanflow.serving.file;

import io.loanflow.arrowmemory.ArrowMemory;
import io.loanflow.model.row.Row;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.DecisionKeeper;
import io.loanflow.serving.prediction.Answered;
import io.loanflow.serving.prediction.Answering;
import io.loanflow.serving.prediction.Prediction;
import io.loanflow.serving.prediction.PredictionMetrics;
import io.loanflow.serving.prediction.WantedReasons;
import io.loanflow.serving.refusal.RefusedInputs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Answers files of rows, each by one model from beginning to end. */
@Service
public final class FileScoring {

    /** Bytes outside the heap for the record batches of all files at once. */
    private static final long ARROW_MEMORY = 256L << 20;

    /** Rows whose reasons are worked out together; those of deep trees take milliseconds each. */
    private static final int EXPLAINED_ROWS = 256;

    private final Champions champions;
    private final DecisionKeeper keeper;
    private final PredictionMetrics metrics;
    private final FileMetrics files;
    private final RefusedInputs refused;
    private final JsonMapper json;
    private final AtomicLong arrowMemory = new AtomicLong();

    FileScoring(
            Champions champions,
            DecisionKeeper keeper,
            PredictionMetrics metrics,
            FileMetrics files,
            RefusedInputs refused,
            JsonMapper json) {
        this.champions = champions;
        this.keeper = keeper;
        this.metrics = metrics;
        this.files = files;
        this.refused = refused;
        this.json = json;
    }

    /** How a file's bytes are rows. */
    public enum Format {
        CSV,
        ARROW
    }

    /**
     * What is asked.
     *
     * @param dataset null for the standard one
     * @param wanted besides the decision
     * @param recorded whether each row is a decision, which is remembered
     */
    public record Order(@Nullable String dataset, Format format, WantedReasons wanted, boolean recorded) {}

    /**
     * Answers all rows. Where they are decisions, none is made before the whole file is there and is a table to its end: whoever had to send it
     * again would decide about its first rows twice.
     *
     * @return the answers; to be closed
     * @throws FileUnreadableException if the file is no table of such rows
     * @throws BatchTooLargeException if a record batch takes too much memory
     * @throws IOException if the file does not come whole, or the disk takes no more
     */
    public Spool score(Order order, InputStream input) throws IOException {
        ServedModel model = champions.required(order.dataset());
        if (!order.recorded()) {
            return score(order, model, input);
        }
        try (Spool whole = Spool.open()) {
            input.transferTo(whole.output());
            requireTable(order, model, whole.input());
            return score(order, model, whole.input());
        }
    }

    private void requireTable(Order order, ServedModel model, InputStream input) throws IOException {
        List<AnswerColumn> columns = AnswerColumn.of(order.wanted(), order.recorded());
        try (AnsweredFile file = open(order, model, columns, input, OutputStream.nullOutputStream())) {
            while (file.next(Block.ROWS).isPresent()) {
                // Only whether it can be read.
            }
        }
    }

    private Spool score(Order order, ServedModel model, InputStream input) throws IOException {
        Spool spool = Spool.open();
        try {
            List<AnswerColumn> columns = AnswerColumn.of(order.wanted(), order.recorded());
            try (AnsweredFile file = open(order, model, columns, input, spool.output())) {
                answer(order, model, columns, file);
            }
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private AnsweredFile open(
            Order order, ServedModel model, List<AnswerColumn> columns, InputStream input, OutputStream output)
            throws IOException {
        return order.format() == Format.CSV
                ? new CsvFile(model.definition(), columns, input, output)
                : new ArrowFile(
                        model.definition(),
                        columns,
                        input,
                        output,
                        new ArrowMemory(arrowMemory, ARROW_MEMORY, ARROW_MEMORY));
    }

    private void answer(Order order, ServedModel model, List<AnswerColumn> columns, AnsweredFile file)
            throws IOException {
        boolean plain = !order.recorded()
                && order.wanted().most() == 0
                && !order.wanted().contributions();
        int most = order.wanted().most() > 0 || order.wanted().contributions() ? EXPLAINED_ROWS : Block.ROWS;
        long rows = 0;
        long wrong = 0;
        for (Optional<Block> next = file.next(most); next.isPresent(); next = file.next(most)) {
            Block block = next.get();
            BlockAnswers answers = BlockAnswers.of(block.size(), columns);
            List<Row> valid = block.valid();
            if (plain) {
                decide(model, block, valid, answers);
            } else {
                answer(order, model, block, valid, answers);
            }
            file.answer(answers);
            if (order.recorded()) {
                block.refusals().forEach(refusals -> refused.count(model.version(), refusals));
            }
            rows += block.size();
            wrong += block.size() - valid.size();
        }
        file.end();
        files.answered(model.version().name(), rows, wrong);
    }

    /** The decisions only, without an object for each. */
    private static void decide(ServedModel model, Block block, List<Row> valid, BlockAnswers answers) {
        double[] probabilities = model.calibration().probabilities(model.scores(valid));
        String positive = model.definition().positiveName();
        String negative = model.definition().negativeName();
        int next = 0;
        for (int row = 0; row < block.size(); row++) {
            if (block.rows().get(row) == null) {
                answers.put(AnswerColumn.ERROR, row, block.errors().get(row));
            } else {
                double probability = probabilities[next++];
                answers.probabilities()[row] = probability;
                answers.put(AnswerColumn.DECISION, row, model.isPositive(probability) ? positive : negative);
            }
        }
    }

    private void answer(Order order, ServedModel model, Block block, List<Row> valid, BlockAnswers answers) {
        List<Answered> answered = new Answering(model, order.wanted()).answers(valid);
        if (order.recorded()) {
            keeper.keep(model, FileDecisions.of(model, valid, answered), null, "");
            answered.forEach(one -> metrics.of(model).count(model, one.prediction()));
        }
        int next = 0;
        for (int row = 0; row < block.size(); row++) {
            if (block.rows().get(row) == null) {
                answers.put(AnswerColumn.ERROR, row, block.errors().get(row));
            } else {
                put(answered.get(next++).prediction(), row, answers);
            }
        }
    }

    private void put(Prediction prediction, int row, BlockAnswers answers) {
        answers.probabilities()[row] = prediction.probability();
        answers.put(AnswerColumn.DECISION, row, prediction.decision());
        answers.put(AnswerColumn.DECISION_ID, row, Objects.toString(prediction.decisionId()));
        answers.put(AnswerColumn.REASONS, row, text(prediction.reasons()));
        answers.put(AnswerColumn.CONTRIBUTIONS, row, text(prediction.contributions()));
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
