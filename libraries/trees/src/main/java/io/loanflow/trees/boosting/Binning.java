package io.loanflow.trees.boosting;

/** Puts the values of a feature into bins, numbered from 0. */
sealed interface Binning permits Bins, CategoryBins {

    int size();

    int bin(double value);
}
