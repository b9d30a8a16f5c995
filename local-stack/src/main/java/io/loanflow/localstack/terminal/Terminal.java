package io.loanflow.localstack.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where a command prints.
 *
 * @param columns width of the terminal; 0 where the output goes to a file or another program
 * @param colours whether text may be coloured
 */
public record Terminal(PrintStream out, PrintStream err, int columns, boolean colours) {

    private static final String ESCAPE = "\u001B[";

    /** The launcher script says how wide the terminal is, if there is one. */
    public static Terminal current(Map<String, String> environment) {
        int columns = Integer.getInteger("loanflow.columns", 0);
        boolean colours =
                columns > 0 && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), columns, colours);
    }

    /** UTF-8 whatever the locale says: JDK 17 prints question marks in the POSIX one. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    public boolean isInteractive() {
        return columns > 0;
    }

    public void line(String text) {
        out.println(text);
    }

    /** @param lines the first is the head */
    public void table(List<String> lines) {
        line(dim(lines.get(0)));
        lines.stream().skip(1).forEach(this::line);
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String dim(String text) {
        return styled("2", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /** Goes to the start of the line that many lines up and clears everything from there on. */
    String rewind(int lines) {
        return lines == 0 ? "" : ESCAPE + lines + "F" + ESCAPE + "0J";
    }
}
