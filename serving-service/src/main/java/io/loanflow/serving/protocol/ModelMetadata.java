package io.loanflow.serving.protocol;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.serving.champion.ServedModel;
import java.util.List;

/**
 * What the Open Inference Protocol says of a model, from its definition.
 *
 * @param versions that can be asked for by number: the one in service
 * @param platform what scores
 * @param inputs one for each column
 */
record ModelMetadata(
        String name,
        List<String> versions,
        String platform,
        List<TensorMetadata> inputs,
        List<TensorMetadata> outputs) {

    /**
     * One tensor.
     *
     * @param shape sizes of its dimensions; -1 for as many as there are rows
     */
    record TensorMetadata(String name, String datatype, List<Integer> shape) {

        private static TensorMetadata ofRows(String name, String datatype) {
            return new TensorMetadata(name, datatype, List.of(-1));
        }
    }

    static ModelMetadata of(ServedModel model) {
        return new ModelMetadata(
                model.version().name(),
                List.of(Integer.toString(model.version().version())),
                "loanflow",
                model.definition().features().stream()
                        .map(column -> TensorMetadata.ofRows(column.name(), datatype(column)))
                        .toList(),
                InferAnswer.OUTPUTS.stream()
                        .map(name -> TensorMetadata.ofRows(name, InferAnswer.datatype(name)))
                        .toList());
    }

    /** A whole number that may be missing is NaN there, which only a floating-point number can be. */
    static String datatype(Column column) {
        if (!column.type().isNumeric()) {
            return Tensor.BYTES;
        }
        return column.type() == ColumnType.INTEGER && !column.missingAllowed() ? "INT64" : "FP64";
    }
}
