package io.loanflow.trees.grow;

/** What all trees of a forest share. */
record ForestData(TrainingTable table, BinMatrix matrix, Bootstrap bootstrap, Impurity impurity) {

    static ForestData of(TrainingTable table, ForestParameters parameters) {
        return new ForestData(
                table,
                BinMatrix.of(table, parameters.maxBins(), parameters.threads()),
                new Bootstrap(parameters, table.rows()),
                Impurity.of(parameters.criterion(), parameters.classWeight().of(table)));
    }
}
