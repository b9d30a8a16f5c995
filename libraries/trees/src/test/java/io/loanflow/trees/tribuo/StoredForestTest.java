package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.score.ForestScorer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * Files of earlier writers, with the scores that Tribuo gave to some rows: one of ours as version 1.0.0 wrote it, and two of Tribuo's own
 * trainer with each of its combiners.
 */
class StoredForestTest {

    @ParameterizedTest
    @CsvSource({
        "histogram-forest, a409b367d0b26248a48740d36ae4b558acc3ef9a4c585d434f024598b7dea756",
        "tribuo-forest, 411518c1159a616c59aeb783bb01bdf5ebe28e5c94f0dfd6d20c664b3452f5a1",
        "tribuo-voting-forest, 55966f9e0f6a5fefd751ec2d47762aef319991c6adc8468b68f3ed144085d8a1"
    })
    void isReadAndScoresAsWhenItWasWritten(String name, String digest) throws IOException {
        byte[] file = new GZIPInputStream(resource(name + ".pb.gz")).readAllBytes();
        String[] lines = new String(resource(name + ".csv").readAllBytes(), StandardCharsets.UTF_8).split("\n");
        List<String> header = List.of(lines[0].split(","));
        List<String> features = header.subList(0, header.size() - 1);
        String positive = header.get(header.size() - 1);

        ForestScorer forest = new ForestScorer(ForestFile.read(file), features, positive);
        Model<Label> tribuo =
                Model.deserializeFromStream(new ByteArrayInputStream(file)).castModel(Label.class);

        assertThat(forest.digest()).isEqualTo(digest);
        for (String line : List.of(lines).subList(1, lines.length)) {
            double[] numbers = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] row = Arrays.copyOf(numbers, features.size());
            Example<Label> example = Forests.example(positive, features, row);
            assertThat(forest.score(row))
                    .isEqualTo(numbers[features.size()])
                    .isEqualTo(tribuo.predict(example)
                            .getOutputScores()
                            .get(positive)
                            .getScore());
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = StoredForestTest.class.getResourceAsStream(name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("No resource " + name));
        }
        return stream;
    }
}
