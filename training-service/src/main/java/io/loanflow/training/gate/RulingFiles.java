package io.loanflow.training.gate;

import java.util.Map;

/** A ruling as files of the challenger's run, by their paths. */
public final class RulingFiles {

    private RulingFiles() {}

    /** What the file for programs says. */
    public static Ruling read(byte[] json) {
        return RulingJson.read(json);
    }

    public static Map<String, byte[]> of(RulingHeading heading, Ruling ruling) {
        return Map.of(
                heading.page(), RulingPage.write(heading, ruling),
                heading.json(), RulingJson.write(heading, ruling));
    }
}
