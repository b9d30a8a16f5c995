package io.loanflow.synthetic;

import java.util.List;

/**
 * One column divided by another.
 *
 * @param of the dividend
 * @param by the divisor
 * @param decimals rounded to and written
 */
record RatioModel(String name, String of, String by, int decimals) implements ColumnModel {

    @Override
    public boolean drawn() {
        return false;
    }

    @Override
    public List<String> needs() {
        return List.of(of, by);
    }

    @Override
    public void fill(SyntheticRow row, double share) {
        row.put(name, row.number(of) / row.number(by), decimals);
    }
}
