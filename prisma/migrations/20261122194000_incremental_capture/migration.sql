-- How the blocks of a disk came into the repository. Null where nobody kept it: points captured by earlier releases.
ALTER TABLE restore_point_disks
  ADD COLUMN capture_method text CHECK (capture_method IN ('FULL', 'INCREMENTAL')),
  ADD COLUMN read_bytes bigint CHECK (read_bytes BETWEEN 0 AND capacity_bytes),
  -- What an incremental capture took its unchanged parts from. For a person: the index needs no other one.
  ADD COLUMN parent_restore_point_id uuid REFERENCES restore_points ON DELETE SET NULL;
CREATE INDEX restore_point_disks_by_parent ON restore_point_disks (parent_restore_point_id)
  WHERE parent_restore_point_id IS NOT NULL;

-- What changed since the parent, from the request until the capture has succeeded: a retry needs it again.
CREATE TABLE changed_extents (
  restore_point_id uuid NOT NULL REFERENCES restore_points ON DELETE CASCADE,
  device_key integer NOT NULL,
  -- Pairs of unsigned 64-bit numbers, least significant byte first: offset and length in bytes.
  extents bytea NOT NULL CHECK (length(extents) % 16 = 0),
  PRIMARY KEY (restore_point_id, device_key)
);
