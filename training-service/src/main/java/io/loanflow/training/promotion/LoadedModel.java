package io.loanflow.training.promotion;

import io.loanflow.model.Model;

/**
 * A version's model.
 *
 * @param bytes of what was fetched of its folder
 */
record LoadedModel(Model model, long bytes) {}
