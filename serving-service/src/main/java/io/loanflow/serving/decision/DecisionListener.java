package io.loanflow.serving.decision;

import io.loanflow.serving.champion.ServedModel;
import java.util.List;

/** Hears of decisions that are answered, once nothing stands between them and their clients. */
@FunctionalInterface
public interface DecisionListener {

    /** Called by the thread that answers: whoever hears of it must be quick, and not fail. */
    void decided(ServedModel model, List<Decision> decisions);
}
