package io.loanflow.synthetic;

import java.util.List;

/**
 * A number with a distribution of its own.
 *
 * @param step between neighbouring values
 * @param decimals written
 */
record NumberModel(String name, double step, int decimals, QuantileTable quantiles) implements ColumnModel {

    @Override
    public boolean drawn() {
        return true;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public void fill(SyntheticRow row, double share) {
        row.put(name, Math.rint(quantiles.at(share) / step) * step, decimals);
    }
}
