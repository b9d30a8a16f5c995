package io.loanflow.synthetic;

import java.util.List;

/**
 * A number that lies below another column's by a distance with a distribution of its own, as years of experience lie below an
 * age; kept within limits.
 *
 * @param from the other column
 * @param step between neighbouring values
 * @param decimals written
 * @param quantiles of the distance
 */
record DifferenceModel(
        String name, String from, double step, int decimals, double atLeast, double atMost, QuantileTable quantiles)
        implements ColumnModel {

    @Override
    public boolean drawn() {
        return true;
    }

    @Override
    public List<String> needs() {
        return List.of(from);
    }

    @Override
    public void fill(SyntheticRow row, double share) {
        double value = Math.rint((row.number(from) - quantiles.at(share)) / step) * step;
        row.put(name, Math.min(Math.max(value, atLeast), atMost), decimals);
    }
}
