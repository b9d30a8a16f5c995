-- rows_left_out: by the definition's filter; older loads had none.
-- test_rows: numbers of the rows that stood in files for testing, such as 32562-48842; null where the files do not say what their rows are for.
ALTER TABLE dataset_load
    ADD COLUMN rows_left_out BIGINT NOT NULL DEFAULT 0 AFTER rows_stored,
    ADD COLUMN test_rows TEXT AFTER rows_quarantined;
