package io.loanflow.describe;

import io.loanflow.describe.form.FileForm;
import io.loanflow.describe.form.FormGuess;
import io.loanflow.describe.profile.TableProfile;
import io.loanflow.describe.profile.TableReader;
import io.loanflow.describe.suggestion.Suggestion;
import io.loanflow.describe.suggestion.Suggestions;
import io.loanflow.describe.suggestion.Suggestions.Wish;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of a table once, in bounded memory, and suggests the definition of a data set. */
public final class Description {

    private static final Charset OTHERWISE = Charset.forName("windows-1252");

    private Description() {}

    /**
     * Suggests a data set.
     *
     * @param files at least one, all written alike
     * @param name of the data set
     * @param target what the files call the column that is to be predicted; null where it is to be guessed
     * @throws io.loanflow.tablefiles.FileRejectedException if a file is no table, or nothing in it can be predicted
     */
    public static Suggestion of(List<Path> files, String name, @Nullable String target) throws IOException {
        List<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).toList();
        try {
            return of(files, StandardCharsets.UTF_8, new Wish(name, names, target));
        } catch (CharacterCodingException e) {
            return of(files, OTHERWISE, new Wish(name, names, target));
        }
    }

    private static Suggestion of(List<Path> files, Charset encoding, Wish wish) throws IOException {
        FileForm form = FormGuess.of(files.get(0), encoding);
        TableProfile table = TableReader.read(files, form);
        return Suggestions.of(wish, form, table);
    }
}
