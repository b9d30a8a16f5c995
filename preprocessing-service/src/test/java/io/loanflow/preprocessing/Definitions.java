package io.loanflow.preprocessing;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.nio.file.Path;

/** Data sets to test with. */
public final class Definitions {

    /** The one that ships with the product. */
    public static final DatasetCatalog LOANS = new DatasetCatalog(Path.of("../data"));

    /** Small ones, see the files. */
    public static final DatasetCatalog SMALL = new DatasetCatalog(Path.of("src/test/data-sets"));

    private Definitions() {}

    public static DatasetDefinition loan() {
        return LOANS.definition("loan");
    }

    public static DatasetDefinition applicants() {
        return SMALL.definition("applicants");
    }
}
