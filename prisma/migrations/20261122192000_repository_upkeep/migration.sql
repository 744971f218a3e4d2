-- Scrub, collection of garbage, and deletion of restore points.

ALTER TABLE repositories
  -- Folder of ids (0 to 65535) at which the next scrub begins; moved only when what was found has been marked.
  ADD COLUMN scrub_folder integer NOT NULL DEFAULT 0 CHECK (scrub_folder BETWEEN 0 AND 65535),
  -- When a scrub last came to the end of the ids.
  ADD COLUMN scrub_round_ended_at timestamptz(3);

ALTER TABLE operations ADD COLUMN repository_id uuid REFERENCES repositories;
ALTER TABLE operations DROP CONSTRAINT operations_kind_check;
ALTER TABLE operations ADD CONSTRAINT operations_kind_check CHECK (kind IN
  ('CAPTURE_RESTORE_POINT', 'EXECUTE_PLAN', 'VERIFY_RESTORE_POINT', 'SCRUB_REPOSITORY', 'COLLECT_GARBAGE'));
ALTER TABLE operations DROP CONSTRAINT operations_check3;
ALTER TABLE operations ADD CONSTRAINT operations_subject_check CHECK (
  CASE WHEN kind IN ('SCRUB_REPOSITORY', 'COLLECT_GARBAGE') THEN repository_id IS NOT NULL
       ELSE kind = 'EXECUTE_PLAN' OR restore_point_id IS NOT NULL END);
-- One scrub and one collection of a repository at a time, whoever asks.
CREATE UNIQUE INDEX operations_one_upkeep ON operations (repository_id, kind)
  WHERE finished_at IS NULL AND repository_id IS NOT NULL;
CREATE INDEX operations_by_repository ON operations (repository_id, kind, created_at DESC) WHERE repository_id IS NOT NULL;

-- How far a scrub came and what it found: a process that was killed goes on there.
CREATE TABLE scrub_runs (
  operation_id uuid PRIMARY KEY REFERENCES operations ON DELETE CASCADE,
  repository_id uuid NOT NULL REFERENCES repositories,
  first_folder integer NOT NULL CHECK (first_folder BETWEEN 0 AND 65535),
  folder_count integer NOT NULL CHECK (folder_count BETWEEN 1 AND 65536),
  folders_done integer NOT NULL DEFAULT 0 CHECK (folders_done BETWEEN 0 AND folder_count),
  chunk_count bigint NOT NULL DEFAULT 0 CHECK (chunk_count >= 0),
  page_count bigint NOT NULL DEFAULT 0 CHECK (page_count >= 0),
  byte_count bigint NOT NULL DEFAULT 0 CHECK (byte_count >= 0),
  -- [{id, kind, reason}]
  bad jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(bad) = 'array')
);

-- Indexes that the catalog gave up. A collection removes only what is named here or by nobody's index: an index that
-- stands neither here nor with a disk may belong to points that this database, restored from an old copy, forgot.
CREATE TABLE retired_indexes (
  repository_id uuid NOT NULL REFERENCES repositories,
  index_hash bytea NOT NULL CHECK (length(index_hash) = 32),
  retired_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (repository_id, index_hash)
);

-- A deleted point keeps its row, so that plans, operations and the audit log still name something; it has no disk data.
ALTER TABLE restore_points ADD COLUMN deleted_at timestamptz(3);
ALTER TABLE restore_points ADD COLUMN deleted_by text;
ALTER TABLE restore_points DROP CONSTRAINT restore_points_state_check;
ALTER TABLE restore_points ADD CONSTRAINT restore_points_state_check
  CHECK (state IN ('CAPTURING', 'AVAILABLE', 'FAILED', 'DAMAGED', 'DELETED'));
ALTER TABLE restore_points ADD CONSTRAINT restore_points_deletion_check
  CHECK ((state = 'DELETED') = (deleted_at IS NOT NULL) AND (deleted_at IS NULL) = (deleted_by IS NULL));

-- When damage was last found. A verification that began before proves nothing against it.
ALTER TABLE restore_point_disks ADD COLUMN damaged_at timestamptz(3);
