-- That a window was logged to MLflow and that its alarm was told to the webhook are marks of their own: told_at is the webhook's alone. What
-- came out of a window has a revision, so that MLflow is told again where it changed since.
ALTER TABLE monitoring_window
    ADD COLUMN realised_revision INT NOT NULL DEFAULT 0,
    ADD COLUMN logged_revision INT;

-- Until now a window was logged before it was marked as told, and what came out later never was.
UPDATE monitoring_window SET logged_revision = 0 WHERE told_at IS NOT NULL;
UPDATE monitoring_window SET realised_revision = 1 WHERE realised IS NOT NULL;
