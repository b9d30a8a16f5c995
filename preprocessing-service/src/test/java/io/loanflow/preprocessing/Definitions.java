package io.loanflow.preprocessing;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.nio.file.Path;

/** Data sets to test with. */
public final class Definitions {

    /** The one that ships with the product. */
    private static final DatasetCatalog LOANS = new DatasetCatalog(Path.of("../data"));

    /** Small ones, see the files. */
    private static final DatasetCatalog SMALL = new DatasetCatalog(Path.of("src/test/data-sets"));

    private Definitions() {}

    public static DatasetDefinition loan() {
        return LOANS.definition("loan");
    }

    public static DatasetDefinition applicants() {
        return small("applicants");
    }

    public static DatasetDefinition small(String name) {
        return SMALL.definition(name);
    }

    /** The definition as it is written. */
    public static String text(DatasetDefinition definition) {
        return (SMALL.names().contains(definition.name()) ? SMALL : LOANS).text(definition.name());
    }
}
