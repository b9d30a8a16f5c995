package io.loanflow.training.gate;

import java.util.Map;

/** A ruling as files of the challenger's run, by their paths. */
public final class RulingFiles {

    private RulingFiles() {}

    public static Map<String, byte[]> of(RulingHeading heading, Ruling ruling) {
        return Map.of(
                heading.page(), RulingPage.write(heading, ruling),
                heading.json(), RulingJson.write(heading, ruling));
    }
}
