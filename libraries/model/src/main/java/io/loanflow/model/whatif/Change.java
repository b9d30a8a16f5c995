package io.loanflow.model.whatif;

import tools.jackson.databind.JsonNode;

/** Another value of a column. */
public record Change(String column, JsonNode from, JsonNode to) {}
