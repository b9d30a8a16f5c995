package io.loanflow.training.gate;

/**
 * One row of a ruling.
 *
 * @param name of what is measured, such as "ROC AUC"
 * @param rule what is asked for, as a clause
 * @param finding what is wrong, as a clause with its figures; empty where nothing is
 */
public record Criterion(String name, Figures figures, Opinion opinion, String rule, String finding) {

    static Criterion passes(String name, Figures figures, String rule) {
        return new Criterion(name, figures, Opinion.PASSES, rule, "");
    }

    static Criterion refuses(String name, Figures figures, String rule, String finding) {
        return new Criterion(name, figures, Opinion.REFUSES, rule, finding);
    }

    static Criterion noted(String name, Figures figures, String rule) {
        return new Criterion(name, figures, Opinion.NOTED, rule, "");
    }

    static Criterion holds(String name, Figures figures, String rule, String finding) {
        return new Criterion(name, figures, Opinion.HOLDS, rule, finding);
    }

    boolean isBad() {
        return opinion == Opinion.REFUSES || opinion == Opinion.HOLDS;
    }
}
