package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.ingestion.expectation.ExpectationSuiteReader;
import io.loanflow.ingestion.validation.ValidationResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A small data set with everything a definition can say, and whose rows may all be wrong but one. */
final class Songs {

    static final DatasetDefinition DEFINITION = DatasetDefinitionReader.read("""
            name: songs
            version: 2
            title: Songs
            description: Songs and whether somebody liked them
            source:
              file: songs.csv
            quarantine-limit: 1
            positive-label: yes
            columns:
              - {name: tempo, description: Speed, type: real, unit: bpm, role: feature, missing-allowed: true}
              - {name: plays, description: Plays, type: integer, role: feature, missing-allowed: true}
              - {name: genre, description: Genre, type: nominal, categories: [pop, '12" mix, long', Chanson à texte], role: feature, missing-allowed: true}
              - {name: liked, description: Liked, type: boolean, categories: [no, yes], role: target}
            """, "songs.yaml");

    static final String HEADER = "tempo,plays,genre,liked\n";
    static final String ROW = "120.5,7,pop,yes\n";

    private Songs() {}

    /** Checked by the definition's expectations only. */
    static ValidationResult rowsTo(RowSink sink, String content) throws IOException {
        FileCheck check = new FileCheck(
                DEFINITION, ExpectationSuiteReader.read(Path.of("no such expectations.yaml"), DEFINITION));
        return check.run(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "songs.csv", sink, rows -> {});
    }

    static CollectedRows rows(String content) {
        CollectedRows rows = new CollectedRows();
        try {
            rowsTo(rows, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
