package io.loanflow.trees.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups for tests. */
final class Groupings {

    private Groupings() {}

    /** Features that are as many places apart as there are groups, together. */
    static Groups of(List<String> names, int size) {
        int groups = -Math.floorDiv(-names.size(), size);
        Map<String, String> groupOf = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            groupOf.put(names.get(i), "g" + i % groups);
        }
        return Groups.of(names, groupOf);
    }
}
