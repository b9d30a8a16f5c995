-- What happened, each entry with the hash of the one before it. Only ever added to: the account that the service uses needs no UPDATE and no
-- DELETE on it. Number and previous are both unique, so that of two who add at once one is second, and the chain has no fork. The content
-- has all that the hash is made of; the columns beside it are there to find entries by.
CREATE TABLE ledger_entry (
    number BIGINT NOT NULL,
    previous CHAR(64) NOT NULL,
    hash CHAR(64) NOT NULL,
    happening CHAR(64) NOT NULL,
    type VARCHAR(80) NOT NULL,
    dataset VARCHAR(80),
    happened_at DATETIME(6) NOT NULL,
    content LONGTEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE KEY ledger_entry_previous (previous),
    UNIQUE KEY ledger_entry_happening (happening),
    KEY ledger_entry_place (dataset, type, happened_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
