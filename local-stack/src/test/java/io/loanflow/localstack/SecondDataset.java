package io.loanflow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A small data set, as somebody adds one to an installation. */
record SecondDataset(Path file) {

    static final String NAME = "flats";

    /** A row of it. */
    static final String ROW = "{\"income\": 5200, \"rent\": 900, \"district\": \"north\", \"pets\": \"no\"}";

    /** The same rows, asked the other way: who does not get the flat. */
    static final String TURNED_ROUND = "refusals";

    /** A row of somebody who earns too little. */
    static final String REFUSED = "{\"income\": 2000, \"rent\": 1900, \"district\": \"north\", \"pets\": \"yes\"}";

    /** Trains in a moment, and has the gate let all versions pass. */
    static final String LAX_TRAINING = """
            family: boosting
            parameters: {trees: 40}
            gate:
            """ + LaxGate.KEYS;

    private static final String DEFINITION = """
            name: flats
            version: 1
            title: Flats to let
            description: Who got a flat; made up.
            source:
              file: flats.csv
            quarantine-limit: 0.05
            positive-label: "yes"
            positive-name: let
            negative-name: refused
            columns:
              - {name: income, description: Income a month, type: real, unit: EUR, range: [0, 20000], role: feature}
              - {name: rent, description: Rent a month, type: integer, unit: EUR, range: [1, 5000], role: feature}
              - {name: district, description: Where it is, type: nominal, categories: [north, south, west], role: feature}
              - {name: pets, description: Whether there are pets, type: boolean, categories: ["no", "yes"], role: feature}
              - {name: decided, description: Whether they got it, type: boolean, categories: ["no", "yes"], role: target}
            """;

    private static final String[] DISTRICTS = {"north", "south", "west"};
    private static final int ROWS = 4000;

    /**
     * With the gate and the parameters that somebody has who wrote none.
     *
     * @param data an installation's directory of definitions
     */
    static SecondDataset define(Path data, Path directory) throws IOException {
        return define(NAME, DEFINITION, data, directory);
    }

    /** The same by another name, for tests that want it for themselves. */
    static SecondDataset define(String name, Path data, Path directory) throws IOException {
        return define(name, DEFINITION.replace("name: " + NAME, "name: " + name), data, directory);
    }

    /** With the positive label and both names turned round. */
    static SecondDataset defineTurnedRound(Path data, Path directory) throws IOException {
        String turned = DEFINITION
                .replace("name: " + NAME, "name: " + TURNED_ROUND)
                .replace("positive-label: \"yes\"", "positive-label: \"no\"")
                .replace("positive-name: let", "positive-name: refused")
                .replace("negative-name: refused", "negative-name: let");
        return define(TURNED_ROUND, turned, data, directory);
    }

    private static SecondDataset define(String name, String definition, Path data, Path directory) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve(name)).resolve("dataset.yaml"), definition);
        return new SecondDataset(Files.writeString(directory.resolve("flats.csv"), rows(11, 3)));
    }

    /**
     * Who earns some times the rent gets the flat; pets cost a little, and chance a little more.
     *
     * @param seed of other rows that are no different
     * @param rents that the income must be
     */
    static String rows(long seed, int rents) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("income,rent,district,pets,decided\n");
        for (int i = 0; i < ROWS; i++) {
            int income = random.nextInt(1500, 8000);
            int rent = random.nextInt(400, 2200);
            boolean pets = random.nextBoolean();
            boolean yes = income - rents * rent - (pets ? 300 : 0) + random.nextInt(-200, 200) > 0;
            text.append(income).append(',').append(rent).append(',').append(DISTRICTS[random.nextInt(3)]);
            text.append(pets ? ",yes," : ",no,").append(yes ? "yes\n" : "no\n");
        }
        return text.toString();
    }
}
