-- What followed from alarms, and why; one line for each verdict about the newest alarm, so that an alarm leads to one retraining at most.
CREATE TABLE monitoring_follow_up (
    id BIGINT NOT NULL AUTO_INCREMENT,
    dataset VARCHAR(80) NOT NULL,
    window_id BIGINT NOT NULL,
    verdict VARCHAR(20) NOT NULL,
    reason TEXT NOT NULL,
    windows TEXT NOT NULL,
    labelled_rows BIGINT NOT NULL,
    new_rows BIGINT NOT NULL,
    workflow_id VARCHAR(1000) NOT NULL,
    workflow_run_id VARCHAR(100) NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    pipeline_id VARCHAR(1000),
    conclusion TEXT,
    concluded_at DATETIME(6),
    PRIMARY KEY (id),
    UNIQUE KEY monitoring_follow_up_alarm (dataset, window_id, verdict)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
