package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The Arrow schema of a batch: a float64 for each feature, an int8 for the label, a nullable utf8 for each companion. A
 * companion may be a feature too, so that its name alone would not tell the two apart; the prefix does.
 */
final class ArrowSchema {

    static final String COMPANION_PREFIX = "companion:";
    static final String FINGERPRINT = "loanflow.fingerprint";

    private ArrowSchema() {}

    static Schema of(FeatureSchema features) {
        List<Field> fields = new ArrayList<>();
        FieldType number = FieldType.notNullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE));
        for (String feature : features.features()) {
            fields.add(new Field(feature, number, List.of()));
        }
        fields.add(new Field(features.target(), FieldType.notNullable(new ArrowType.Int(8, true)), List.of()));
        for (String companion : features.companions()) {
            fields.add(new Field(COMPANION_PREFIX + companion, FieldType.nullable(new ArrowType.Utf8()), List.of()));
        }
        return new Schema(fields, Map.of(FINGERPRINT, features.fingerprint()));
    }
}
