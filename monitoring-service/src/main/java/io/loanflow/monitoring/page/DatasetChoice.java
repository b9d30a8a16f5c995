package io.loanflow.monitoring.page;

import java.util.List;

/** A data set that a page can be asked for, and whether it is the one that is shown. */
record DatasetChoice(String name, boolean selected) {

    /** @param names all that there are */
    static List<DatasetChoice> of(List<String> names, String shown) {
        return names.stream()
                .map(name -> new DatasetChoice(name, name.equals(shown)))
                .toList();
    }
}
