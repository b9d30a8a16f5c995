package io.loanflow.describe.profile;

import java.util.Map;
import java.util.TreeMap;

/** Numbers of one kind: how many, from where to where. */
public final class Numbers {

    private static final int MOST_SUFFIXES = 20;

    private final Map<String, Long> suffixes = new TreeMap<>();
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean fraction;

    void add(Cell cell, long times) {
        count += times;
        if (!Double.isNaN(cell.number())) {
            least = Math.min(least, cell.number());
            greatest = Math.max(greatest, cell.number());
            fraction |= cell.number() != Math.rint(cell.number());
        }
        if (!cell.suffix().isEmpty() && (suffixes.containsKey(cell.suffix()) || suffixes.size() < MOST_SUFFIXES)) {
            suffixes.merge(cell.suffix(), times, Long::sum);
        }
    }

    Numbers copy() {
        Numbers copy = new Numbers();
        copy.count = count;
        copy.least = least;
        copy.greatest = greatest;
        copy.fraction = fraction;
        copy.suffixes.putAll(suffixes);
        return copy;
    }

    public long count() {
        return count;
    }

    /** Above the greatest where there is no number. */
    public double least() {
        return least;
    }

    public double greatest() {
        return greatest;
    }

    /** Whether one of them is not whole. */
    public boolean hasFraction() {
        return fraction;
    }

    /** What stands behind them, with how many have it. */
    public Map<String, Long> suffixes() {
        return Map.copyOf(suffixes);
    }
}
