package io.loanflow.trees.tribuo;

import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Readings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings in a {@link BoostedTreesFile}: how many, and of each the feature's id, a byte for its kind (0 number, 1 missing below, 2 missing
 * above, 3 categories), how many categories, and these.
 */
final class ReadingsFile {

    private static final List<Reading.Kind> KINDS = List.of(
            Reading.Kind.NUMBER, Reading.Kind.MISSING_BELOW, Reading.Kind.MISSING_ABOVE, Reading.Kind.CATEGORIES);

    private ReadingsFile() {}

    static void write(Readings readings, DataOutputStream out) throws IOException {
        out.writeInt(readings.size());
        for (Reading reading : readings.list()) {
            out.writeInt(reading.feature());
            out.writeByte(KINDS.indexOf(reading.kind()));
            out.writeInt(reading.categories().size());
            for (int category : reading.categories()) {
                out.writeInt(category);
            }
        }
    }

    static Readings read(DataInputStream in, int features) throws IOException {
        int size = in.readInt();
        require(size >= 0 && size <= in.available(), size + " readings");
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int feature = in.readInt();
            require(feature >= 0 && feature < features, "feature " + feature + " of " + features + " is read");
            int kind = in.readByte();
            require(kind >= 0 && kind < KINDS.size(), "kind " + kind + " of readings");
            readings.add(new Reading(feature, KINDS.get(kind), categories(in)));
        }
        return new Readings(readings);
    }

    private static List<Integer> categories(DataInputStream in) throws IOException {
        int size = in.readInt();
        require(size >= 0 && size <= Reading.CATEGORIES, size + " categories");
        List<Integer> categories = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int category = in.readInt();
            require(category >= 0 && category < Reading.CATEGORIES, "category " + category);
            categories.add(category);
        }
        return categories;
    }

    private static void require(boolean condition, String problem) {
        BoostedTreesFile.require(condition, problem);
    }
}
