package io.loanflow.training.rows;

import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.GrownInParts;
import io.loanflow.model.family.GrownInParts.TreeSpan;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.Parameters;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Trains, in a process of its own, full trees on labels that follow from nothing: as many nodes as rows can come to. */
final class HeapProbe {

    private static final int ROWS = 20_000;
    private static final int TREES = 50;
    private static final Parameters PARAMETERS = new Parameters(
            ModelFamilies.STANDARD, Map.of("trees", Integer.toString(TREES), "maxDepth", "40", "minSamplesLeaf", "1"));

    private HeapProbe() {}

    /** @param args {@code whole} or {@code parts}; prints how it ended */
    public static void main(String[] args) {
        PartRows rows = rows();
        LongConsumer limit = new Admission(2, Runtime.getRuntime().maxMemory()).modelLimit(rows, ROWS, PARAMETERS);
        Growth growth = new Growth(2, "a test", trees -> {}, limit);
        LabelledRows labelled = rows.labelled(new TargetLabels("no", "yes"));
        try {
            FittedModel model = args[0].equals("parts")
                    ? joined(labelled, growth)
                    : PARAMETERS.family().fit(labelled, PARAMETERS, growth);
            int scores = PARAMETERS.family().unseen(model, labelled, PARAMETERS).length;
            int bytes = PARAMETERS.family().write(model).length;
            System.out.println("trained " + scores + " rows, " + bytes + " bytes");
        } catch (TrainingImpossibleException e) {
            System.out.println(e.getMessage());
        }
    }

    private static FittedModel joined(LabelledRows rows, Growth growth) {
        GrownInParts parts = (GrownInParts) PARAMETERS.family();
        return parts.join(
                List.of(
                        parts.growPart(rows, PARAMETERS, growth, new TreeSpan(0, TREES / 2)),
                        parts.growPart(rows, PARAMETERS, growth, new TreeSpan(TREES / 2, TREES / 2))),
                rows);
    }

    private static PartRows rows() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[10][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = random.doubles(ROWS).toArray();
        }
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) random.nextInt(2);
        }
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "feature" + i).toList();
        return new PartRows(names, List.of(), columns, labels, new String[0][]);
    }
}
