-- Most outcomes become known after their window was judged. What came out is measured again then; the judgement stays as it was made.
ALTER TABLE monitoring_window ADD COLUMN realised LONGTEXT;
ALTER TABLE decision_outcome ADD KEY decision_outcome_received (dataset, model_version, received_at);

-- Until when outcomes are in the realised figures of the windows of a version.
CREATE TABLE monitoring_realisation (
    dataset VARCHAR(80) NOT NULL,
    model_version INT NOT NULL,
    received_until DATETIME(6) NOT NULL,
    PRIMARY KEY (dataset, model_version)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
