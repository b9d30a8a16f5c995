package io.loanflow.serving.whatif;

import io.loanflow.model.row.Problem;
import io.loanflow.model.row.Row;
import io.loanflow.model.row.RowReading;
import io.loanflow.model.whatif.WhatIf;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.prediction.InvalidRequestException;
import io.loanflow.serving.prediction.JsonBody;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** From the bytes of a row to what would have changed its decision. */
@Service
public class WhatIfSearch {

    private final Champions champions;

    WhatIfSearch(Champions champions) {
        this.champions = champions;
    }

    /**
     * @param dataset whose model is asked; null for the standard one
     * @param body one row as JSON
     * @param columns names with commas between them; null for every column that may change
     * @throws io.loanflow.serving.prediction.MalformedJsonException if it is not JSON
     * @throws InvalidRequestException if the row is not valid, or a column may not change
     * @throws io.loanflow.serving.champion.UnknownDatasetException if the data set is not served
     * @throws io.loanflow.serving.champion.NoChampionException if no model is in service
     */
    public WhatIfAnswer search(@Nullable String dataset, byte[] body, @Nullable String columns) {
        ServedModel model = champions.required(dataset);
        RowReading reading = JsonBody.read(body, parser -> model.reader().read(parser, ""));
        Row row = reading.row();
        if (row == null) {
            throw new InvalidRequestException(reading.problems());
        }
        Optional<WhatIf> whatIf = model.model().whatIf();
        List<String> wanted = wanted(columns, whatIf.map(WhatIf::columns).orElse(List.of()));
        return WhatIfAnswer.of(
                model,
                model.probability(model.score(row)),
                wanted,
                whatIf.map(search -> search.search(row, wanted)).orElse(List.of()));
    }

    private static List<String> wanted(@Nullable String columns, List<String> allowed) {
        if (columns == null) {
            return allowed;
        }
        List<String> named = List.of(columns.split(","));
        if (!allowed.containsAll(named)) {
            throw new InvalidRequestException(List.of(
                    new Problem("", "the parameter columns names one that may not change; allowed: " + allowed)));
        }
        return allowed.stream().filter(named::contains).toList();
    }
}
