package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores by the nodes of a model, in a real ONNX runtime. */
final class ScoredByOnnx {

    private ScoredByOnnx() {}

    static byte[] graph(ScoreNodes model, List<String> features) {
        Graph graph = new Graph("test");
        String block = graph.columns(features.stream()
                .map(feature -> graph.column(graph.input(feature, DataType.DOUBLE)))
                .toList());
        graph.output(graph.vector(model.in(graph, block, features)), "score", DataType.DOUBLE);
        return graph.bytes("a test");
    }

    /** @param columns by feature and row */
    static double[] scores(ScoreNodes model, List<String> features, double[][] columns) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try (OrtSession session = environment.createSession(graph(model, features))) {
            for (int i = 0; i < columns.length; i++) {
                inputs.put(features.get(i), OnnxTensor.createTensor(environment, columns[i]));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return (double[]) result.get(0).getValue();
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
