package io.loanflow.tablefiles.typed;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of values in a Parquet file.
 *
 * @param name with points between the names of what it lies in
 * @param element what the file says of its values
 * @param isRepeated whether a row may have several values in it
 */
record ParquetColumn(String name, SchemaElement element, ColumnDescriptor descriptor, boolean isRepeated) {

    /** The definition level of a value that is there. */
    int definedAt() {
        return descriptor.getMaxDefinitionLevel();
    }
}
