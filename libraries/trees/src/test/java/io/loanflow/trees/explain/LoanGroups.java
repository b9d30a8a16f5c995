package io.loanflow.trees.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of the loan file, of whose features {@code column=category} are parts. */
final class LoanGroups {

    private LoanGroups() {}

    static Groups of(List<String> names) {
        Map<String, String> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, name.replaceAll("=.*", "")));
        return Groups.of(names, columns);
    }
}
