package io.loanflow.ingestion.source;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.IngestionSettings;
import io.loanflow.synthetic.SyntheticDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Made-up rows of a data set. The same rows each time, so that they are loaded once. */
@Component
public class SyntheticFile {

    private static final Logger LOG = LoggerFactory.getLogger(SyntheticFile.class);
    private static final String MODEL = "synthetic.yaml";
    private static final SyntheticDataset.Sample SAMPLE = new SyntheticDataset.Sample(45_000, 1);

    private final Path cache;

    public SyntheticFile(IngestionSettings settings) {
        cache = settings.cacheDirectory().toPath().resolve("synthetic");
    }

    /**
     * @param directory of the definition
     * @return empty if the data set has no statistics to draw rows from
     */
    Optional<SourceFile> find(DatasetDefinition definition, Path directory) {
        Path model = directory.resolve(MODEL);
        if (!Files.exists(model)) {
            return Optional.empty();
        }
        LOG.warn("Data set {}: the {} rows of this load are made up", definition.name(), SAMPLE.rows());
        try {
            Files.createDirectories(cache);
            Path file = cache.resolve(name(definition, model));
            if (!Files.exists(file)) {
                SyntheticDataset.write(definition, model, SAMPLE, file);
            }
            return Optional.of(SourceFile.of(file, DataOrigin.SYNTHETIC));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + cache, e);
        }
    }

    /** Other statistics or other columns are another file. */
    private static String name(DatasetDefinition definition, Path model) throws IOException {
        String origin = definition.columns() + Files.readString(model);
        String digest = Sha256.hex(origin.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return "synthetic_" + definition.name() + "_" + digest + ".csv";
    }
}
