package io.loanflow.ingestion.page;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.ingestion.profile.ColumnProfile;
import io.loanflow.ingestion.profile.Histogram;
import io.loanflow.web.page.Bars;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a load in words and drawn.
 *
 * @param drawing of its histogram; null where it has none
 * @param cells of the histogram for who cannot see it
 */
public record ProfiledColumn(
        String name,
        String description,
        String role,
        String summary,
        @Nullable Markup drawing,
        List<Cell> cells) {

    record Cell(String name, String rows, String share) {}

    /** @param histogram empty for a column whose values are not counted */
    public static ProfiledColumn of(Column column, ColumnProfile profile, Optional<Histogram> histogram) {
        String summary = summary(column, profile, histogram);
        return new ProfiledColumn(
                column.name(),
                column.description(),
                column.role().name().toLowerCase(Locale.ROOT),
                summary,
                histogram
                        .map(found -> Bars.of(column.name() + ": " + summary, found.cells(), found.rows()))
                        .orElse(null),
                histogram.map(ProfiledColumn::cells).orElse(List.of()));
    }

    private static List<Cell> cells(Histogram histogram) {
        double[] shares = Bars.shares(histogram.rows());
        return IntStream.range(0, shares.length)
                .mapToObj(cell -> new Cell(
                        histogram.cells().get(cell),
                        Texts.count(histogram.rows().get(cell)),
                        Texts.percent(shares[cell])))
                .toList();
    }

    private static String summary(Column column, ColumnProfile profile, Optional<Histogram> histogram) {
        List<String> said = new ArrayList<>();
        if (profile.minimum() != null && profile.maximum() != null) {
            said.add("from " + Texts.number(profile.minimum()) + " to " + Texts.number(profile.maximum())
                    + (column.unit() == null ? "" : " " + column.unit()));
        }
        if (profile.mean() != null && profile.deviation() != null) {
            said.add("mean " + Texts.number(profile.mean()) + ", standard deviation "
                    + Texts.number(profile.deviation()));
        }
        if (profile.categories() != null) {
            histogram.flatMap(ProfiledColumn::commonest).ifPresent(said::add);
        }
        said.add(profile.missing() == 0 ? "no value missing" : Texts.count(profile.missing()) + " without a value");
        return String.join("; ", said);
    }

    private static Optional<String> commonest(Histogram histogram) {
        return IntStream.range(0, histogram.cells().size())
                .boxed()
                .max(Comparator.comparing(cell -> histogram.rows().get(cell)))
                .map(cell -> "most often " + histogram.cells().get(cell) + ", "
                        + Texts.percent(Bars.shares(histogram.rows())[cell]));
    }
}
