package io.loanflow.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of a set of categories.
 *
 * @param shares of the categories, in the order in which they depend on other columns; they add up to 1
 */
record CategoryModel(String name, Map<String, Double> shares) implements ColumnModel {

    CategoryModel {
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > 0.001) {
            throw new IllegalArgumentException("column " + name + ": shares must add up to 1, not " + sum);
        }
        shares = new LinkedHashMap<>(shares);
    }

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
        double left = share;
        String category = "";
        for (Map.Entry<String, Double> entry : shares.entrySet()) {
            category = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                break;
            }
        }
        row.put(name, category);
    }
}
