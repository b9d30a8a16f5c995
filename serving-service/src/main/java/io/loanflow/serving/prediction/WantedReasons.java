package io.loanflow.serving.prediction;

import io.loanflow.model.row.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to know besides the decision.
 *
 * @param most reasons of a negative decision
 * @param contributions whether of each column, of any decision
 */
public record WantedReasons(int most, boolean contributions) {

    /** As many as a lender tells an applicant: Regulation B's commentary finds more than four unlikely to be helpful. */
    public static final WantedReasons STANDARD = new WantedReasons(4, false);

    public static final WantedReasons NONE = new WantedReasons(0, false);

    public static final WantedReasons ALL = new WantedReasons(Integer.MAX_VALUE, true);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * @param text none, all, or how many reasons at most; null where nothing is said
     * @throws InvalidRequestException if it is something else
     */
    public static WantedReasons parse(@Nullable String text) {
        if (text == null) {
            return STANDARD;
        }
        if (text.equals("none")) {
            return NONE;
        }
        if (text.equals("all")) {
            return ALL;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidRequestException(List.of(new Problem(
                    "", "the query parameter reasons must be none, all, or how many reasons at most, such as 4")));
        }
        return new WantedReasons(Integer.parseInt(text), false);
    }
}
