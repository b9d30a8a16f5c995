package io.loanflow.model.row;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the place in the request body
 * @param detail what is wrong and what is allowed, without the value that was sent
 */
public record Problem(String pointer, String detail) implements Serializable {

    /** How many are told of one request or row: keeps the answer to a hostile request small. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 80;

    /** The pointer to a property of the object that {@code parent} points to; a name too long to repeat is cut. */
    public static String child(String parent, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return parent + "/" + wellFormed(shown).replace("~", "~0").replace("/", "~1");
    }

    /** A client's text may hold half a character (a lone surrogate), which cannot be written as UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
