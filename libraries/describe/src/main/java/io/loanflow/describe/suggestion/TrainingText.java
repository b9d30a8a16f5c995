package io.loanflow.describe.suggestion;

/** Writes a {@code training.yaml}. */
final class TrainingText {

    private static final double STEP = 0.05;
    private static final int ENOUGH_OF_EACH = 30;
    private static final double TEST_SHARE = 0.2;
    private static final int LEAST_OF_EACH = 2;

    /** Of the rarer label, in all rows. Full-grown trees of many rows take milliseconds to give reasons, boosted ones do not. */
    private static final int MANY_OF_EACH = 1000;

    private TrainingText() {}

    static String of(Draft draft) {
        double strongest = draft.columns().stream()
                .filter(ColumnDraft::isFeature)
                .mapToDouble(column -> column.strength)
                .max()
                .orElse(0.5);
        double floor = Math.floor((0.5 + (Math.min(strongest, 0.9) - 0.5) / 2) / STEP) * STEP;
        StringBuilder text = new StringBuilder("# docs/training.md explains every key.\n");
        boolean many = !draft.targetByFile() && draft.labels()[0] >= MANY_OF_EACH;
        text.append("family: ").append(many ? "boosting" : "forest").append('\n');
        text.append("gate:\n");
        text.append("  # Half of what the strongest column does alone (AUC ")
                .append(Yaml.rounded(strongest))
                .append("); raise it once a model is in service.\n");
        text.append("  floor: ")
                .append(String.format(java.util.Locale.ROOT, "%.2f", Math.max(0.5, floor)))
                .append('\n');
        long rarer = (long) (draft.labels()[0] * TEST_SHARE);
        if (!draft.targetByFile() && rarer < 2 * ENOUGH_OF_EACH) {
            text.append("  # About ")
                    .append(rarer)
                    .append(" test rows have the rarer label: figures of so few rows are mostly luck.\n");
            text.append("  least-of-each-label: ")
                    .append(Math.max(LEAST_OF_EACH, rarer / 2))
                    .append('\n');
        }
        return text.toString();
    }
}
