-- InnoDB throughout: a server with ColumnStore may have another default, and ColumnStore has no keys. Times are UTC.
CREATE TABLE monitoring_window (
    id BIGINT NOT NULL AUTO_INCREMENT,
    dataset VARCHAR(80) NOT NULL,
    model_version INT NOT NULL,
    starts_at DATETIME(6) NOT NULL,
    ends_at DATETIME(6) NOT NULL,
    decisions BIGINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    report LONGTEXT NOT NULL,
    judged_at DATETIME(6) NOT NULL,
    told_at DATETIME(6),
    PRIMARY KEY (id),
    UNIQUE KEY monitoring_window_place (dataset, model_version, starts_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row for each thing that was said of a decision; the latest holds. What is needed of the decision is kept with it, so that realised
-- figures need no join with a table of another engine.
CREATE TABLE decision_outcome (
    id BIGINT NOT NULL AUTO_INCREMENT,
    decision_id CHAR(36) NOT NULL,
    dataset VARCHAR(80) NOT NULL,
    label VARCHAR(255) NOT NULL,
    observed_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    model_version INT NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    decided_label VARCHAR(255) NOT NULL,
    probability DOUBLE NOT NULL,
    protected_groups TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY decision_outcome_said (decision_id, label, observed_at),
    KEY decision_outcome_window (dataset, model_version, decided_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
