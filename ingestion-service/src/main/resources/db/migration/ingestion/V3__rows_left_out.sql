-- Rows that the definition's filter leaves out; older loads had none.
ALTER TABLE dataset_load ADD COLUMN rows_left_out BIGINT NOT NULL DEFAULT 0 AFTER rows_stored;
