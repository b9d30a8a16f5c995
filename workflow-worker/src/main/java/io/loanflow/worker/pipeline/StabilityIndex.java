package io.loanflow.worker.pipeline;

import java.util.List;

/** How far two counts of the same cells lie apart. */
final class StabilityIndex {

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
}
