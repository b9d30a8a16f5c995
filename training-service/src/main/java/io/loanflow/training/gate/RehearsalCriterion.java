package io.loanflow.training.gate;

import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.Verdict;
import java.util.stream.Stream;

/** The criterion that only serving can measure, once the gate has ruled: how long one prediction takes. */
public final class RehearsalCriterion {

    private static final String NAME = "One prediction in ms, median";

    private RehearsalCriterion() {}

    /** The ruling with the rehearsal in it, in place of what it may have of one. */
    public static Ruling added(Ruling ruling, RehearsalRecord rehearsal) {
        Stream<Criterion> others =
                ruling.criteria().stream().filter(criterion -> !criterion.name().equals(NAME));
        String finding = rehearsal.finding();
        return new Ruling(
                finding == null ? ruling.verdict() : Verdict.REFUSED,
                finding == null || ruling.reason().contains(finding)
                        ? ruling.reason()
                        : ruling.reason() + " It is refused all the same: " + finding + ".",
                Stream.concat(others, Stream.of(criterion(rehearsal))).toList());
    }

    private static Criterion criterion(RehearsalRecord rehearsal) {
        Figures figures = Figures.of(rehearsal.milliseconds(), Double.NaN, null);
        String rule = "at most " + rehearsal.mostMilliseconds() + " ms in serving's rehearsal";
        String finding = rehearsal.finding();
        return finding == null
                ? Criterion.passes(NAME, figures, rule)
                : Criterion.refuses(NAME, figures, rule, finding);
    }
}
