package io.loanflow.trees.forest.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param loans the published loan file
 * @param tables other CSV files for the AUC
 * @param sections what to measure; empty for everything
 * @param peer the Python program and its script, or null to measure without scikit-learn
 * @param growthRows the rows of the largest table
 */
public record Options(
        Path loans,
        List<Table> tables,
        List<String> sections,
        Peer.@Nullable Command peer,
        int rounds,
        int seeds,
        int syntheticRows,
        int growthRows) {

    /** A CSV file and the column of its label: a name, or a number from 1 on where there is no header. */
    public record Table(String name, Path file, String target) {

        static Table of(String text) {
            String[] parts = text.split("[=,]");
            if (parts.length != 3) {
                throw new IllegalArgumentException("--table " + text + ": give NAME=FILE,TARGET");
            }
            return new Table(parts[0], Path.of(parts[1]), parts[2]);
        }
    }

    public static Options of(String[] arguments) {
        List<Table> tables = new ArrayList<>();
        List<String> sections = List.of();
        Path loans = null;
        Path python = null;
        Path script = null;
        int rounds = 5;
        int seeds = 5;
        int syntheticRows = 1_000_000;
        int growthRows = 3_600_000;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + ": give a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--loans" -> loans = Path.of(value);
                case "--python" -> python = Path.of(value);
                case "--script" -> script = Path.of(value);
                case "--table" -> tables.add(Table.of(value));
                case "--only" -> sections = List.of(value.split(","));
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--seeds" -> seeds = Integer.parseInt(value);
                case "--synthetic-rows" -> syntheticRows = Integer.parseInt(value);
                case "--growth-rows" -> growthRows = Integer.parseInt(value);
                default -> throw new IllegalArgumentException(arguments[i] + ": no such option");
            }
        }
        if (loans == null) {
            throw new IllegalArgumentException("--loans is missing");
        }
        Peer.Command peer = python == null || script == null ? null : new Peer.Command(python, script);
        return new Options(loans, tables, sections, peer, rounds, seeds, syntheticRows, growthRows);
    }

    public boolean asksFor(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
