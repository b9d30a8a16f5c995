package io.loanflow.training.card;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has a small model of boosted trees predict each protected group from the features: a column left out may come back through others. */
final class ProxyTests {

    private static final Parameters SMALL =
            ModelFamilies.named("boosting").defaults().with(TrainingSettings.TREES, "50");
    /** More rows would hardly change the result. */
    private static final int MOST_ROWS = 50_000;
    /** With fewer rows in a group or outside it a model learns and a test says nothing. */
    private static final int FEW_ROWS = 30;

    private final TrainingData data;
    private final int threads;

    /** @param threads that work; the result does not depend on them */
    ProxyTests(TrainingData data, int threads) {
        this.data = data;
        this.threads = threads;
    }

    /** One for each group that has test rows; of two groups the first one, since it is told from the second as well as the second from it. */
    List<ProxyTest> all() {
        List<ProxyTest> tests = new ArrayList<>();
        for (Column column : data.definition().protectedColumns()) {
            String[] values = data.test().companion(column.name());
            List<String> present = column.groups().stream()
                    .filter(group -> rows(values, group) > 0)
                    .toList();
            present.stream()
                    .limit(present.size() == 2 ? 1 : present.size())
                    .forEach(group -> tests.add(
                            new ProxyTest(column.name(), group, rows(values, group), auc(column.name(), group))));
        }
        return tests;
    }

    private static long rows(String[] values, String group) {
        return Arrays.stream(values).filter(group::equals).count();
    }

    private @Nullable Interval auc(String column, String group) {
        int[] tested = known(data.test(), column);
        LabelledRows train = labelled(data.train(), known(data.train(), column), column, group);
        LabelledRows test = labelled(data.test(), tested, column, group);
        if (isFew(train) || isFew(test)) {
            return null;
        }
        FittedModel model =
                SMALL.family().fit(train, SMALL, new Growth(threads, "proxy test", trees -> {}, bytes -> {}));
        byte[] labels = new byte[test.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) test.labels()[row];
        }
        double[] scores = model.scorer().scoreColumns(test.columns(), test.size());
        return Intervals.rocAuc(labels, scores, data.test().clusters().only(tested));
    }

    private static boolean isFew(LabelledRows rows) {
        return Math.min(rows.positives(), rows.size() - rows.positives()) < FEW_ROWS;
    }

    /** The rows that have a value in the column, at most so many, spread over the part. */
    private static int[] known(PartRows part, String column) {
        String[] values = part.companion(column);
        int[] known = IntStream.range(0, part.size())
                .filter(row -> !values[row].isEmpty())
                .toArray();
        int step = Math.max(1, (known.length + MOST_ROWS - 1) / MOST_ROWS);
        return IntStream.range(0, (known.length + step - 1) / step)
                .map(i -> known[i * step])
                .toArray();
    }

    /** Labelled by whether their value is the group's. */
    private static LabelledRows labelled(PartRows part, int[] chosen, String column, String group) {
        String[] values = part.companion(column);
        PartRows some = part.only(chosen);
        int[] labels = Arrays.stream(chosen)
                .map(row -> values[row].equals(group) ? 1 : 0)
                .toArray();
        return new LabelledRows(some.features(), some.columns(), labels, new TargetLabels("other", "group"), Map.of());
    }
}
