package io.loanflow.model.family;

import java.util.List;

/** What a family offers whose trees do not depend on each other: several machines grow some of them each. */
public interface GrownInParts {

    /**
     * Grows some trees.
     *
     * @param part as Temporal's workers were given it: the first tree's index and how many
     * @return as a file, for {@link #join}
     */
    byte[] growPart(LabelledRows rows, Parameters parameters, Growth growth, TreeSpan part);

    /** Makes the model of all its parts, in any order: the same, to its digest, as if grown in one piece. */
    FittedModel join(List<byte[]> parts, LabelledRows rows);

    /** Some trees of a model. */
    record TreeSpan(int firstTree, int trees) {}
}
