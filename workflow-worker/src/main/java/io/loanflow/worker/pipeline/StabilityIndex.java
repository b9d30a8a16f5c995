package io.loanflow.worker.pipeline;

import java.util.List;
import java.util.stream.IntStream;

/** How far two counts of the same cells lie apart. */
final class StabilityIndex {

    /** Standard normal quantile of 99 in 100. */
    private static final double QUANTILE_99 = 2.3263478740408408;

    private StabilityIndex() {}

    /** Kullback and Leibler 1951, J(1, 2), as monitoring has it: ½ is added where only one has an empty cell. 0 where either is empty. */
    static double of(List<Long> reference, List<Long> current) {
        double n = reference.stream().mapToLong(Long::longValue).sum();
        double m = current.stream().mapToLong(Long::longValue).sum();
        if (n * m == 0) {
            return 0;
        }
        double index = 0;
        for (int cell = 0; cell < reference.size(); cell++) {
            double before = reference.get(cell);
            double after = current.get(cell);
            if (before + after > 0) {
                double addition = before * after > 0 ? 0 : 0.5;
                double p = (before + addition) / n;
                double q = (after + addition) / m;
                index += (q - p) * Math.log(q / p);
            }
        }
        return index;
    }

    /**
     * What the index does not exceed in 99 of 100 trials where nothing differs: divided by 1/n + 1/m it is nearly distributed as chi² with as
     * many degrees of freedom as there are cells less one (Yurdakul and Naranjo 2020), whose quantile is that of Wilson and Hilferty 1931.
     * 0 where either is empty.
     */
    static double ofChance(List<Long> reference, List<Long> current) {
        double n = reference.stream().mapToLong(Long::longValue).sum();
        double m = current.stream().mapToLong(Long::longValue).sum();
        long cells = IntStream.range(0, reference.size())
                .filter(cell -> reference.get(cell) + current.get(cell) > 0)
                .count();
        if (n * m == 0 || cells < 2) {
            return 0;
        }
        double freedom = cells - 1.0;
        double spread = 2 / (9 * freedom);
        return freedom * Math.pow(1 - spread + QUANTILE_99 * Math.sqrt(spread), 3) * (1 / n + 1 / m);
    }
}
