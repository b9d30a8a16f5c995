-- What loads were made with, by the digest of definition and expectations; never changed, since loads refer to it.
CREATE TABLE dataset_definition (
    digest CHAR(64) NOT NULL,
    dataset VARCHAR(40) NOT NULL,
    definition LONGTEXT NOT NULL,
    expectations LONGTEXT,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (digest)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

-- Null of a load that is older than this: nobody can say what it was made with, so the same file is loaded anew.
-- files_path: by which the file may be found again under the files directory; null of an upload, a download and a data set's own file.
ALTER TABLE dataset_load
    ADD COLUMN definition_digest CHAR(64) AFTER definition_version,
    ADD COLUMN files_path VARCHAR(1000) AFTER file_name,
    DROP KEY dataset_load_content,
    ADD UNIQUE KEY dataset_load_content (dataset, definition_digest, sha256);
