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
    private static final Parameters FOREST = new Parameters(
            ModelFamilies.STANDARD, Map.of("trees", Integer.toString(TREES), "maxDepth", "40", "minSamplesLeaf", "1"));
    private static final Parameters BOOSTING = new Parameters(
            ModelFamilies.named("boosting"),
            Map.of("trees", "800", "numLeaves", "400", "minDataInLeaf", "2", "maxBin", "15"));

    private HeapProbe() {}

    /** @param args {@code whole}, {@code parts} or {@code boosting}; prints how it ended */
    public static void main(String[] args) {
        Parameters parameters = args[0].equals("boosting") ? BOOSTING : FOREST;
        PartRows rows = rows();
        LongConsumer limit = new Admission(2, Runtime.getRuntime().maxMemory()).modelLimit(rows, ROWS, parameters);
        Growth growth = new Growth(2, "a test", trees -> {}, limit);
        LabelledRows labelled = rows.labelled(new TargetLabels("no", "yes"), Map.of());
        try {
            FittedModel model = args[0].equals("parts")
                    ? joined(labelled, growth)
                    : parameters.family().fit(labelled, parameters, growth);
            int scores = parameters.family().unseen(model, labelled, parameters, growth).length;
            int bytes = parameters.family().write(model).length;
            System.out.println("trained " + scores + " rows, " + bytes + " bytes");
        } catch (TrainingImpossibleException e) {
            System.out.println(e.getMessage());
        }
    }

    private static FittedModel joined(LabelledRows rows, Growth growth) {
        GrownInParts parts = (GrownInParts) FOREST.family();
        return parts.join(
                List.of(
                        parts.growPart(rows, FOREST, growth, new TreeSpan(0, TREES / 2)),
                        parts.growPart(rows, FOREST, growth, new TreeSpan(TREES / 2, TREES / 2))),
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
