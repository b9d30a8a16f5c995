-- What each service may do in the database: docs/safety.md has it as a table. For the administrator, in Loanflow's database, once the four
-- accounts are there; as often as you like. A right on a table that may not be there yet has to have CREATE with it.

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON ingestion_schema_history TO loanflow_ingestion;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON dataset_load TO loanflow_ingestion;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON dataset_definition TO loanflow_ingestion;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON quarantined_row TO loanflow_ingestion;
GRANT SELECT, CREATE ON decision_outcome TO loanflow_ingestion;

GRANT SELECT, INSERT, UPDATE, CREATE ON decision_shipment TO loanflow_serving;
GRANT SELECT, INSERT, DELETE, CREATE ON refused_input TO loanflow_serving;

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON monitoring_schema_history TO loanflow_monitoring;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON monitoring_window TO loanflow_monitoring;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON monitoring_realisation TO loanflow_monitoring;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON monitoring_follow_up TO loanflow_monitoring;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON decision_outcome TO loanflow_monitoring;
GRANT SELECT, DELETE, CREATE ON refused_input TO loanflow_monitoring;
-- What is in the ledger stays as it is.
GRANT SELECT, INSERT, CREATE ON ledger_entry TO loanflow_monitoring;

-- Tables of data sets are made when they are needed. Whoever makes one may do nothing with it until it is shared.
GRANT CREATE ON * TO loanflow_ingestion;
GRANT CREATE ON * TO loanflow_serving;
-- Without a right on the whole, an account that may read nothing yet is not let in.
GRANT SHOW VIEW ON * TO loanflow_preprocessing;

DELIMITER $$
CREATE OR REPLACE DEFINER = root@localhost PROCEDURE share_tables()
    COMMENT 'Gives each account of Loanflow its rights on the tables that are there'
    SQL SECURITY DEFINER
BEGIN
    FOR one IN (SELECT TABLE_NAME AS name, REPLACE(TABLE_NAME, '`', '``') AS quoted
                FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE') DO
        IF one.name IN ('dataset_load', 'dataset_definition') THEN
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', one.quoted, '` TO loanflow_preprocessing');
        ELSEIF one.name LIKE '%\_rows' THEN
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT, DELETE ON `', one.quoted, '` TO loanflow_ingestion');
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', one.quoted, '` TO loanflow_preprocessing');
            -- The view has the data set's name. No name of a table of others is given away for it.
            SET @view = LEFT(one.name, CHAR_LENGTH(one.name) - 5);
            IF @view NOT LIKE '%\_rows' AND @view NOT LIKE '%\_decisions' AND @view NOT IN (
                    'ingestion_schema_history', 'dataset_load', 'dataset_definition', 'quarantined_row', 'decision_shipment',
                    'refused_input', 'monitoring_schema_history', 'monitoring_window', 'monitoring_realisation',
                    'monitoring_follow_up', 'decision_outcome', 'ledger_entry')
                    AND NOT EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
                        AND TABLE_NAME = @view AND TABLE_TYPE = 'BASE TABLE') THEN
                EXECUTE IMMEDIATE CONCAT('GRANT SELECT, SHOW VIEW, CREATE, CREATE VIEW, DROP ON `', REPLACE(@view, '`', '``'),
                    '` TO loanflow_ingestion');
            END IF;
        ELSEIF one.name LIKE '%\_decisions' THEN
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT, INSERT, DELETE, ALTER ON `', one.quoted, '` TO loanflow_serving');
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', one.quoted, '` TO loanflow_ingestion');
            EXECUTE IMMEDIATE CONCAT('GRANT SELECT ON `', one.quoted, '` TO loanflow_monitoring');
        END IF;
    END FOR;
END
$$
DELIMITER ;

GRANT EXECUTE ON PROCEDURE share_tables TO loanflow_ingestion;
GRANT EXECUTE ON PROCEDURE share_tables TO loanflow_serving;
CALL share_tables();
