package io.loanflow.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.training.evaluation.ProbabilityLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same 600 rows, scored by two models and measured here, by NumPy, SciPy and scikit-learn. */
class GoldenStatisticsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static byte[] labels;
    private static double[] first;
    private static double[] second;
    private static JsonNode golden;

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("scores.csv"));
        labels = new byte[lines.size()];
        first = new double[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] cells = lines.get(row).split(",");
            labels[row] = Byte.parseByte(cells[0]);
            first[row] = Double.parseDouble(cells[1]);
        }
        second = Files.readAllLines(FOLDER.resolve("second_scores.csv")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        golden = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("statistics.json")));
    }

    @Test
    void quantilesAreSciPys() {
        golden.get("quantiles")
                .forEachEntry((share, quantile) -> assertThat(NormalQuantile.of(Double.parseDouble(share)))
                        .as(share)
                        .isCloseTo(quantile.asDouble(), within(1e-13 * Math.max(1, Math.abs(quantile.asDouble())))));
    }

    @Test
    void standardErrorsOfAucsAreThoseOfAllPairs() {
        DeLong one = new DeLong(labels, first, Clusters.alone(labels.length));
        Estimate difference = one.less(new DeLong(labels, second, Clusters.alone(labels.length)), 0.95);

        assertThat(one.estimate(0.95).standardError()).isCloseTo(value("auc_error"), within(1e-12));
        assertThat(difference.value()).isCloseTo(value("auc_difference"), within(1e-12));
        assertThat(difference.standardError()).isCloseTo(value("auc_difference_error"), within(1e-12));
    }

    /** Other draws than SciPy's, so near only: 2,000 draws know a standard error to 1.6 %. */
    @Test
    void theBootstrapIsSciPys() {
        Statistic difference = new RankingQuality(labels, first).minus(new RankingQuality(labels, second));
        Estimate estimate = new Bootstrap(labels, Clusters.alone(labels.length))
                .draws(List.of(difference))
                .get(0)
                .estimate(0.95);
        double error = value("bootstrap_error");

        assertThat(estimate.standardError()).isCloseTo(error, within(0.05 * error));
        assertThat(estimate.lower()).isCloseTo(value("bootstrap_lower"), within(0.2 * error));
        assertThat(estimate.upper()).isCloseTo(value("bootstrap_upper"), within(0.2 * error));
    }

    @Test
    void aMeansIntervalIsSciPys() {
        double[] differences = ProbabilityLoss.logLosses(labels, first);
        double[] others = ProbabilityLoss.logLosses(labels, second);
        Arrays.setAll(differences, row -> differences[row] - others[row]);
        Estimate mean = new Mean(differences).estimate(Clusters.alone(differences.length), 0.95);

        assertThat(mean.value()).isCloseTo(value("loss_difference"), within(1e-12));
        assertThat(mean.lower()).isCloseTo(value("loss_difference_lower"), within(1e-12));
        assertThat(mean.upper()).isCloseTo(value("loss_difference_upper"), within(1e-12));
    }

    @Test
    void calibrationIsThatOfTheSameBins() {
        assertThat(new CalibrationLoss(labels, first).observed(labels.length))
                .isCloseTo(value("calibration_first"), within(1e-12));
        assertThat(new CalibrationLoss(labels, second).observed(labels.length))
                .isCloseTo(value("calibration_second"), within(1e-12));
    }

    /** Of 4 women 2 are chosen, of 4 men 1; of 2 positive women 1 is found, of 1 positive man 1; one row has no group. */
    @Test
    void groupsAreComparedByTheirRates() {
        GroupRates rates = new GroupRates(
                new int[] {0, 0, 0, 0, 1, 1, 1, 1, -1},
                new byte[] {1, 1, 0, 0, 1, 0, 0, 0, 1},
                new boolean[] {true, false, true, false, true, false, false, false, false});

        assertThat(rates.selectionRatio().observed(9)).isEqualTo(0.5);
        assertThat(rates.opportunityDifference().observed(9)).isEqualTo(0.5);
        assertThat(rates.selectionRatio().of(new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1}))
                .isEqualTo(1);
    }

    private static double value(String name) {
        return golden.get(name).asDouble();
    }
}
