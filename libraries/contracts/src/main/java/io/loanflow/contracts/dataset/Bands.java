package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * The groups that the numbers of a protected column fall into. A band holds its lower edge and not its upper one; what lies below the
 * first edge and what lies from the last edge up are groups too.
 *
 * @param edges rising, at least one
 */
public record Bands(List<Double> edges) {

    public Bands {
        edges = List.copyOf(edges);
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("bands need at least one edge");
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("the edges of bands must rise, are " + edges);
            }
        }
    }

    /** All groups, from the lowest: "below 18", "18 to 25", "25 and above". */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int band = 0; band <= edges.size(); band++) {
            names.add(name(band));
        }
        return List.copyOf(names);
    }

    /** The group of a number, which must not be missing. */
    public String nameOf(double value) {
        int band = 0;
        while (band < edges.size() && value >= edges.get(band)) {
            band++;
        }
        return name(band);
    }

    private String name(int band) {
        if (band == 0) {
            return "below " + PlainNumber.text(edges.get(0));
        }
        String from = PlainNumber.text(edges.get(band - 1));
        return band == edges.size() ? from + " and above" : from + " to " + PlainNumber.text(edges.get(band));
    }
}
