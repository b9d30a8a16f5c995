-- InnoDB throughout: a server with ColumnStore may have another default, and ColumnStore has no keys.
CREATE TABLE dataset_load (
    id BIGINT NOT NULL AUTO_INCREMENT,
    dataset VARCHAR(40) NOT NULL,
    definition_version INT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    origin VARCHAR(20) NOT NULL,
    file_name VARCHAR(1000) NOT NULL,
    state VARCHAR(20) NOT NULL,
    attempt BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_stored BIGINT NOT NULL,
    rows_quarantined BIGINT NOT NULL,
    expectations_evaluated INT NOT NULL,
    expectations_failed INT NOT NULL,
    validation LONGTEXT,
    reason TEXT,
    workflow_id VARCHAR(1000),
    workflow_run_id VARCHAR(100),
    created_at DATETIME(6) NOT NULL,
    completed_at DATETIME(6),
    seconds DOUBLE NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY dataset_load_content (dataset, definition_version, sha256)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row for each problem; a data row with two problems is there twice.
CREATE TABLE quarantined_row (
    load_id BIGINT NOT NULL,
    row_no BIGINT NOT NULL,
    problem_no INT NOT NULL,
    column_name VARCHAR(2000) NOT NULL,
    expectation VARCHAR(200) NOT NULL,
    reason TEXT NOT NULL,
    raw_row LONGTEXT NOT NULL,
    PRIMARY KEY (load_id, row_no, problem_no)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
