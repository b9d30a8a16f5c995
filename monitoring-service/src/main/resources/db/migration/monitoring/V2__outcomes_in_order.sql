-- Outcomes are read in the order of their decisions, to be learnt from.
ALTER TABLE decision_outcome ADD KEY decision_outcome_order (dataset, decided_at, decision_id);
