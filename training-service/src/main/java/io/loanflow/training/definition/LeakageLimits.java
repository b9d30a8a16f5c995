package io.loanflow.training.definition;

/**
 * How well one column alone may tell the label before somebody must look; ROC AUCs of the training part.
 *
 * @param warn from here on a training names the column
 * @param refuse from here on there is no training
 */
public record LeakageLimits(double warn, double refuse) {

    /** What {@code training.yaml} leaves out. */
    public static final LeakageLimits DEFAULTS = new LeakageLimits(0.90, 0.99);
}
