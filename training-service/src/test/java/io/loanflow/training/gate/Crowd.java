package io.loanflow.training.gate;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows whose labels follow a signal, and models that see the signal through noise and know how much of it there is. */
final class Crowd {

    private static final double SPREAD = 3;
    private static final double CUT = 2;

    final byte[] labels;
    private final double[] signal;
    private final String[] genders;

    Crowd(int rows, long seed) {
        Random random = new Random(seed);
        labels = new byte[rows];
        signal = new double[rows];
        genders = new String[rows];
        for (int row = 0; row < rows; row++) {
            signal[row] = SPREAD * random.nextGaussian();
            labels[row] = (byte) (signal[row] - CUT + random.nextGaussian() > 0 ? 1 : 0);
            genders[row] = random.nextInt(3) == 0 ? "female" : "male";
        }
    }

    TestRows rows() {
        String[] defaults = new String[labels.length];
        Arrays.fill(defaults, "No");
        return new TestRows(
                new PartRows(
                        List.of(),
                        List.of("person_gender", "previous_loan_defaults_on_file"),
                        new double[0][],
                        labels,
                        new String[][] {genders, defaults}),
                new FeatureEncoder(List.of()),
                LoanTable.definitionOfRepository());
    }

    /** Probabilities of a model that is calibrated, but for the logistic curve's small distance from the normal one. */
    double[] model(double noise, long seed) {
        Random random = new Random(seed);
        double trust = SPREAD * SPREAD / (SPREAD * SPREAD + noise * noise);
        double doubt = Math.sqrt(1 + (1 - trust) * SPREAD * SPREAD);
        double[] probabilities = new double[labels.length];
        for (int row = 0; row < probabilities.length; row++) {
            double seen = trust * (signal[row] + noise * random.nextGaussian());
            probabilities[row] = 1 / (1 + Math.exp(-1.702 * (seen - CUT) / doubt));
        }
        return probabilities;
    }

    boolean isFemale(int row) {
        return genders[row].equals("female");
    }
}
