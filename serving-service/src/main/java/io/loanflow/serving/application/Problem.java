package io.loanflow.serving.application;

import java.io.Serializable;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the place in the request body
 * @param detail what is wrong and what is allowed, without the value that was sent
 */
public record Problem(String pointer, String detail) implements Serializable {

    private static final int LONGEST_NAME = 80;

    /** The pointer to a property of the object that {@code parent} points to; a name too long to repeat is cut. */
    public static String child(String parent, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return parent + "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
