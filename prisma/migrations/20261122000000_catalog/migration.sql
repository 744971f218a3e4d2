-- The catalog. Constraints live here and not only in code: what the database refuses, no process can write by mistake.
-- Words in CHECK lists are those of the domain; text with CHECK rather than enum types, because a list may then grow
-- forward and stay readable for one version back. Ids are UUIDv7 made by the application.

-- Access ------------------------------------------------------------------------------------------------------------

CREATE TABLE access_tokens (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('VIEWER', 'AUDITOR', 'OPERATOR', 'ADMIN')),
  token_sha256 bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);

-- Estate ------------------------------------------------------------------------------------------------------------

CREATE TABLE sites (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('VCENTER', 'ESXI', 'UNREGISTERED')),
  vcenter_instance_uuid text UNIQUE,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE vms (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES sites,
  -- What makes two restore points belong to one VM: 'instanceUuid:<uuid>' where known, else 'moRef:<value>'.
  identity_key text NOT NULL CHECK (length(identity_key) BETWEEN 1 AND 300),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  managed_object_id text,
  instance_uuid text,
  bios_uuid text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (site_id, identity_key)
);
CREATE INDEX vms_by_name ON vms (name, id);
CREATE INDEX vms_by_site_and_name ON vms (site_id, name, id);

CREATE TABLE repositories (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('LOCAL_FOLDER')),
  -- What identity.json in its folder says: another folder of that name is another repository.
  identity uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Sealed secrets: the API seals to the executors' public key and cannot open what it sealed --------------------------

CREATE TABLE sealing_keys (
  id uuid PRIMARY KEY,
  algorithm text NOT NULL CHECK (algorithm IN ('X25519-HKDF-SHA256-AES-256-GCM')),
  public_key bytea NOT NULL UNIQUE CHECK (length(public_key) = 32),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  retired_at timestamptz(3)
);

CREATE TABLE sealed_items (
  id uuid PRIMARY KEY,
  vm_id uuid NOT NULL REFERENCES vms,
  kind text NOT NULL CHECK (kind IN ('ENCRYPTION_BUNDLE', 'DATA_FILE_KEY', 'VNC_PASSWORD', 'NVRAM', 'OTHER')),
  -- SHA-256 for items that cannot be guessed (bundle, NVRAM), keyed HMAC for all others.
  fingerprint_algorithm text NOT NULL CHECK (fingerprint_algorithm IN ('SHA256', 'HMAC_SHA256')),
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  length_bytes bigint NOT NULL CHECK (length_bytes BETWEEN 0 AND 16777216),
  sealing_key_id uuid NOT NULL REFERENCES sealing_keys,
  ciphertext bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (kind NOT IN ('VNC_PASSWORD', 'DATA_FILE_KEY', 'OTHER') OR fingerprint_algorithm = 'HMAC_SHA256'),
  -- The same item of the same VM is stored once; points share it.
  UNIQUE (vm_id, kind, fingerprint, sealing_key_id)
);

-- Restore points ----------------------------------------------------------------------------------------------------

CREATE TABLE restore_points (
  id uuid PRIMARY KEY,
  vm_id uuid NOT NULL REFERENCES vms,
  captured_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  origin text NOT NULL CHECK (origin IN ('CAPTURED', 'RECORDED')),
  state text NOT NULL CHECK (state IN ('CAPTURING', 'AVAILABLE', 'FAILED', 'DAMAGED')),
  -- The tool that pushed a recorded point and its own name for it: a second push of the same is the same point.
  tool text CHECK (length(tool) BETWEEN 1 AND 200),
  tool_reference text CHECK (length(tool_reference) BETWEEN 1 AND 500),
  -- SHA-256 over what was recorded under that name, secrets by fingerprint: other content is refused, not merged.
  request_sha256 bytea CHECK (length(request_sha256) = 32),
  consistency text NOT NULL CHECK (consistency IN ('CRASH', 'FILE_SYSTEM', 'APPLICATION', 'UNKNOWN')),
  fence text NOT NULL DEFAULT 'UNKNOWN' CHECK (fence IN ('HELD', 'NOT_HELD', 'UNKNOWN')),
  firmware text NOT NULL CHECK (firmware IN ('BIOS', 'EFI', 'UNKNOWN')),
  secure_boot text NOT NULL CHECK (secure_boot IN ('YES', 'NO', 'UNKNOWN')),
  vtpm text NOT NULL CHECK (vtpm IN ('PRESENT', 'NOT_PRESENT', 'UNKNOWN')),
  hardware_version integer CHECK (hardware_version BETWEEN 1 AND 999),
  encryption text NOT NULL CHECK (encryption IN ('ENCRYPTED', 'NOT_ENCRYPTED', 'UNKNOWN')),
  key_id text CHECK (length(key_id) BETWEEN 1 AND 500),
  key_provider_id text CHECK (length(key_provider_id) BETWEEN 1 AND 500),
  key_provider_type text NOT NULL DEFAULT 'UNKNOWN'
    CHECK (key_provider_type IN ('STANDARD', 'NATIVE', 'TRUST_AUTHORITY', 'UNKNOWN')),
  bundle_item_id uuid REFERENCES sealed_items,
  bundle_sha256 bytea CHECK (length(bundle_sha256) = 32),
  nvram_item_id uuid REFERENCES sealed_items,
  nvram_sha256 bytea CHECK (length(nvram_sha256) = 32),
  nvram_size_bytes bigint CHECK (nvram_size_bytes BETWEEN 1 AND 16777216),
  -- [{scope: 'HOME' | 'DISK', deviceKey?, policyId, policyName?}]
  storage_policies jsonb CHECK (jsonb_typeof(storage_policies) = 'array'),
  -- Facts that the planner reads, extracted once at ingest; shape RestorePointFacts of that extractor version.
  extractor_version integer NOT NULL CHECK (extractor_version >= 1),
  facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  retain_until timestamptz(3),
  legal_hold boolean NOT NULL DEFAULT false,
  CHECK ((tool IS NULL) = (tool_reference IS NULL)),
  CHECK ((tool IS NULL) = (request_sha256 IS NULL)),
  CHECK (key_id IS NOT NULL OR key_provider_id IS NULL),
  CHECK ((bundle_item_id IS NULL) = (bundle_sha256 IS NULL)),
  CHECK ((nvram_item_id IS NULL) = (nvram_sha256 IS NULL)),
  CHECK ((nvram_item_id IS NULL) = (nvram_size_bytes IS NULL)),
  -- A VM with a key, a bundle or a vTPM was encrypted: nobody may write the opposite.
  CHECK (encryption <> 'NOT_ENCRYPTED' OR (key_id IS NULL AND bundle_item_id IS NULL AND vtpm <> 'PRESENT')),
  UNIQUE (tool, tool_reference)
);
CREATE INDEX restore_points_by_vm_and_time ON restore_points (vm_id, captured_at DESC, id DESC);
CREATE INDEX restore_points_by_time ON restore_points (captured_at DESC, id DESC);
CREATE INDEX restore_points_by_key ON restore_points (key_provider_id, key_id, captured_at DESC, id DESC)
  WHERE key_id IS NOT NULL;
CREATE INDEX restore_points_by_retention ON restore_points (retain_until) WHERE retain_until IS NOT NULL AND NOT legal_hold;
CREATE INDEX restore_points_not_available ON restore_points (state, captured_at DESC) WHERE state <> 'AVAILABLE';
CREATE INDEX restore_points_by_bundle_item ON restore_points (bundle_item_id) WHERE bundle_item_id IS NOT NULL;
CREATE INDEX restore_points_by_nvram_item ON restore_points (nvram_item_id) WHERE nvram_item_id IS NOT NULL;

-- The raw document with secrets cut out, apart from the rows that lists read.
CREATE TABLE restore_point_documents (
  restore_point_id uuid PRIMARY KEY REFERENCES restore_points ON DELETE CASCADE,
  form text NOT NULL CHECK (form IN ('XML', 'GOVC_JSON', 'PYVMOMI_JSON')),
  document text NOT NULL,
  document_sha256 bytea NOT NULL CHECK (length(document_sha256) = 32),
  not_understood jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(not_understood) = 'array')
);

-- Secrets cut out of that document, by their path in it.
CREATE TABLE restore_point_sealed_items (
  restore_point_id uuid NOT NULL REFERENCES restore_points ON DELETE CASCADE,
  path text NOT NULL CHECK (length(path) BETWEEN 1 AND 1000),
  sealed_item_id uuid NOT NULL REFERENCES sealed_items,
  PRIMARY KEY (restore_point_id, path)
);
CREATE INDEX restore_point_sealed_items_by_item ON restore_point_sealed_items (sealed_item_id);

CREATE TABLE captured_items (
  restore_point_id uuid NOT NULL REFERENCES restore_points ON DELETE CASCADE,
  item text NOT NULL CHECK (item IN
    ('CONFIG_INFO', 'KEY_ID', 'ENCRYPTION_BUNDLE', 'NVRAM', 'VTPM', 'STORAGE_POLICIES', 'CHANGE_IDS', 'DISK_DATA')),
  state text NOT NULL CHECK (state IN ('CAPTURED', 'NOT_PRESENT', 'NOT_CAPTURED', 'UNKNOWN')),
  observed_at timestamptz(3),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  PRIMARY KEY (restore_point_id, item),
  CHECK (state <> 'CAPTURED' OR observed_at IS NOT NULL)
);

CREATE TABLE restore_point_disks (
  id uuid PRIMARY KEY,
  restore_point_id uuid NOT NULL REFERENCES restore_points ON DELETE CASCADE,
  device_key integer NOT NULL,
  label text NOT NULL,
  controller_key integer,
  controller_type text,
  bus text NOT NULL CHECK (bus IN ('SCSI', 'SATA', 'IDE', 'NVME', 'OTHER', 'UNKNOWN')),
  bus_number integer,
  unit_number integer,
  capacity_bytes bigint NOT NULL CHECK (capacity_bytes BETWEEN 512 AND 9007199254740991 AND capacity_bytes % 512 = 0),
  provisioning text NOT NULL CHECK (provisioning IN ('THIN', 'THICK_LAZY_ZEROED', 'THICK_EAGER_ZEROED', 'UNKNOWN')),
  backing_type text NOT NULL,
  backing_file_name text,
  datastore_name text,
  datastore_type text NOT NULL DEFAULT 'UNKNOWN'
    CHECK (datastore_type IN ('VMFS', 'NFS', 'VSAN', 'VVOL', 'LOCAL', 'OTHER', 'UNKNOWN')),
  disk_mode text,
  disk_uuid text,
  change_id_uuid text,
  change_id_sequence bigint,
  key_id text,
  key_provider_id text,
  state text NOT NULL CHECK (state IN ('CAPTURING', 'CAPTURED', 'NOT_CAPTURED', 'DAMAGED')),
  repository_id uuid REFERENCES repositories,
  index_hash bytea CHECK (length(index_hash) = 32),
  data_bytes bigint CHECK (data_bytes BETWEEN 0 AND capacity_bytes),
  verified_at timestamptz(3),
  UNIQUE (restore_point_id, device_key),
  CHECK ((change_id_uuid IS NULL) = (change_id_sequence IS NULL)),
  CHECK ((index_hash IS NULL) = (repository_id IS NULL)),
  CHECK (state NOT IN ('CAPTURED', 'DAMAGED') OR index_hash IS NOT NULL)
);
CREATE INDEX restore_point_disks_by_index ON restore_point_disks (repository_id, index_hash) WHERE index_hash IS NOT NULL;
CREATE INDEX restore_point_disks_by_key ON restore_point_disks (key_provider_id, key_id) WHERE key_id IS NOT NULL;

-- Executors ---------------------------------------------------------------------------------------------------------

CREATE TABLE executors (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  version text NOT NULL,
  engine_state text NOT NULL CHECK (engine_state IN ('AVAILABLE', 'UNAVAILABLE')),
  engine_reason text,
  started_at timestamptz(3) NOT NULL,
  observed_at timestamptz(3) NOT NULL,
  -- [{name, readable, writable, freeBytes | null}]: names only, the folder behind a name stays in the executor.
  locations jsonb NOT NULL CHECK (jsonb_typeof(locations) = 'array'),
  -- [{name, present}]: repositories that this executor can open.
  repositories jsonb NOT NULL CHECK (jsonb_typeof(repositories) = 'array'),
  CHECK ((engine_state = 'UNAVAILABLE') = (engine_reason IS NOT NULL))
);

-- Plans -------------------------------------------------------------------------------------------------------------

CREATE TABLE restore_plans (
  id uuid PRIMARY KEY,
  restore_point_id uuid NOT NULL REFERENCES restore_points,
  created_at timestamptz(3) NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  rules_version text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('RESTORABLE', 'RESTORABLE_WITH_LOSS', 'NOT_RESTORABLE', 'UNKNOWN')),
  -- What was asked, so that the plan can be made again from fresh facts: shape PlanRequest.
  request jsonb NOT NULL CHECK (jsonb_typeof(request) = 'object'),
  plan jsonb NOT NULL CHECK (jsonb_typeof(plan) = 'object'),
  CHECK (expires_at > created_at)
);
CREATE INDEX restore_plans_by_time ON restore_plans (created_at DESC, id DESC);
CREATE INDEX restore_plans_by_restore_point ON restore_plans (restore_point_id, created_at DESC, id DESC);

-- Operations --------------------------------------------------------------------------------------------------------

CREATE TABLE operations (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('CAPTURE_RESTORE_POINT', 'EXECUTE_PLAN', 'VERIFY_RESTORE_POINT')),
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  phase text NOT NULL CHECK (length(phase) BETWEEN 1 AND 100),
  percent double precision NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  bytes_done bigint NOT NULL DEFAULT 0 CHECK (bytes_done >= 0),
  bytes_total bigint CHECK (bytes_total >= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  started_at timestamptz(3),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  finished_at timestamptz(3),
  cancel_requested_at timestamptz(3),
  executor_id uuid REFERENCES executors,
  vm_id uuid REFERENCES vms,
  restore_point_id uuid REFERENCES restore_points,
  plan_id uuid REFERENCES restore_plans,
  retry_of uuid REFERENCES operations,
  idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 200),
  -- SHA-256 over what the key was first used for: the same key with another request is refused.
  request_sha256 bytea CHECK (length(request_sha256) = 32),
  -- Ids, names of locations and relative paths only: never a secret, never a document.
  input jsonb NOT NULL CHECK (jsonb_typeof(input) = 'object'),
  result jsonb,
  -- [{code, message, path, severity, remedy, ruleId}]
  user_errors jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(user_errors) = 'array'),
  last_event_sequence bigint NOT NULL DEFAULT 0 CHECK (last_event_sequence >= 0),
  CHECK ((idempotency_key IS NULL) = (request_sha256 IS NULL)),
  CHECK ((finished_at IS NOT NULL) = (state IN ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
  CHECK (kind <> 'EXECUTE_PLAN' OR plan_id IS NOT NULL),
  CHECK (kind = 'EXECUTE_PLAN' OR restore_point_id IS NOT NULL)
);
CREATE UNIQUE INDEX operations_by_idempotency_key ON operations (kind, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX operations_by_time ON operations (created_at DESC, id DESC);
CREATE INDEX operations_active ON operations (created_at, id) WHERE finished_at IS NULL;
CREATE INDEX operations_by_restore_point ON operations (restore_point_id, created_at DESC) WHERE restore_point_id IS NOT NULL;
CREATE INDEX operations_by_plan ON operations (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX operations_by_retry_of ON operations (retry_of) WHERE retry_of IS NOT NULL;

CREATE TABLE operation_events (
  operation_id uuid NOT NULL REFERENCES operations ON DELETE CASCADE,
  sequence bigint NOT NULL CHECK (sequence >= 1),
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  kind text NOT NULL CHECK (kind IN ('STATE', 'PHASE', 'PROGRESS', 'DISK', 'NOTE')),
  -- {state?, phase?, percent?, bytesDone?, bytesTotal?, deviceKey?, message?}
  payload jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
  PRIMARY KEY (operation_id, sequence)
);

-- One row per disk of an operation: progress of each child, and what it left behind.
CREATE TABLE operation_disks (
  operation_id uuid NOT NULL REFERENCES operations ON DELETE CASCADE,
  device_key integer NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  bytes_done bigint NOT NULL DEFAULT 0 CHECK (bytes_done >= 0),
  bytes_total bigint NOT NULL CHECK (bytes_total >= bytes_done),
  user_errors jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(user_errors) = 'array'),
  result jsonb,
  PRIMARY KEY (operation_id, device_key)
);

-- Fencing: who may write a target now. A claim passes to another operation only when its holder has ended.
CREATE SEQUENCE fencing_tokens AS bigint MINVALUE 1 START 1;
CREATE TABLE target_claims (
  location text NOT NULL,
  path text NOT NULL,
  operation_id uuid NOT NULL REFERENCES operations,
  fencing_token bigint NOT NULL CHECK (fencing_token >= 1),
  claimed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- What the holder is about to make, written before it is made: only that may be taken away again when it fails.
  writing boolean NOT NULL DEFAULT false,
  made_folders text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (location, path)
);
CREATE INDEX target_claims_by_operation ON target_claims (operation_id);

-- Returns the new fencing token, or NULL while another operation that has not ended holds the target. A holder that
-- claims again (a restarted executor) gets a higher token, so that a paused twin of it is fenced out.
CREATE FUNCTION claim_target(p_location text, p_path text, p_operation_id uuid) RETURNS bigint
LANGUAGE sql AS $$
  INSERT INTO target_claims AS held (location, path, operation_id, fencing_token)
  VALUES (p_location, p_path, p_operation_id, nextval('fencing_tokens'))
  ON CONFLICT (location, path) DO UPDATE
    SET operation_id = excluded.operation_id, fencing_token = excluded.fencing_token, claimed_at = clock_timestamp(),
        writing = held.writing AND held.operation_id = excluded.operation_id,
        made_folders = CASE WHEN held.operation_id = excluded.operation_id THEN held.made_folders ELSE '{}' END
    WHERE held.operation_id = excluded.operation_id
       OR EXISTS (SELECT 1 FROM operations o WHERE o.id = held.operation_id AND o.finished_at IS NOT NULL)
  RETURNING fencing_token
$$;

-- The only way to add an event: the counter is raised under the row lock of its operation, so numbers have no gaps and
-- become visible in order. NOTIFY only wakes; the table is the truth.
CREATE FUNCTION append_operation_event(p_operation_id uuid, p_kind text, p_payload jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  next_sequence bigint;
BEGIN
  UPDATE operations SET last_event_sequence = last_event_sequence + 1, updated_at = clock_timestamp()
    WHERE id = p_operation_id RETURNING last_event_sequence INTO next_sequence;
  IF next_sequence IS NULL THEN
    RAISE EXCEPTION 'operation % does not exist', p_operation_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  INSERT INTO operation_events (operation_id, sequence, kind, payload)
    VALUES (p_operation_id, next_sequence, p_kind, p_payload);
  PERFORM pg_notify('operation_events', p_operation_id::text || ':' || next_sequence::text);
  RETURN next_sequence;
END
$$;

CREATE FUNCTION operation_events_without_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> (SELECT last_event_sequence FROM operations WHERE id = NEW.operation_id)
     OR (NEW.sequence > 1 AND NOT EXISTS
         (SELECT 1 FROM operation_events e WHERE e.operation_id = NEW.operation_id AND e.sequence = NEW.sequence - 1)) THEN
    RAISE EXCEPTION 'event % of operation % would leave a gap', NEW.sequence, NEW.operation_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'operation_events_without_gap';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER operation_events_without_gap BEFORE INSERT ON operation_events
  FOR EACH ROW EXECUTE FUNCTION operation_events_without_gap();

-- Percent never goes back, an ended operation stays as it ended, and a state only moves forward.
CREATE FUNCTION operations_move_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.finished_at IS NOT NULL AND (NEW.state, NEW.percent, NEW.result, NEW.user_errors)
     IS DISTINCT FROM (OLD.state, OLD.percent, OLD.result, OLD.user_errors) THEN
    RAISE EXCEPTION 'operation % has ended as %', OLD.id, OLD.state
      USING ERRCODE = 'check_violation', CONSTRAINT = 'operations_move_forward';
  END IF;
  IF NEW.percent < OLD.percent OR (OLD.state = 'RUNNING' AND NEW.state = 'QUEUED') THEN
    RAISE EXCEPTION 'operation % would go back', OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'operations_move_forward';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER operations_move_forward BEFORE UPDATE ON operations
  FOR EACH ROW EXECUTE FUNCTION operations_move_forward();

-- Audit log ---------------------------------------------------------------------------------------------------------

CREATE TABLE audit_entries (
  sequence bigint PRIMARY KEY CHECK (sequence >= 1),
  at timestamptz(3) NOT NULL,
  actor text NOT NULL CHECK (length(actor) BETWEEN 1 AND 300),
  action text NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  detail jsonb NOT NULL CHECK (jsonb_typeof(detail) = 'object'),
  previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
  entry_hash bytea NOT NULL UNIQUE CHECK (length(entry_hash) = 32)
);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_type, subject_id, sequence DESC);

-- SHA-256 over the previous hash and the entry's fields, each preceded by its length in bytes, so that no two entries
-- share one encoding. Times are milliseconds since 1970 UTC. jsonb prints its keys in one fixed order.
CREATE FUNCTION audit_entry_hash(p_previous bytea, p_sequence bigint, p_at timestamptz, p_fields text[]) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(p_previous || convert_to(string_agg(octet_length(field)::text || ':' || field, '' ORDER BY position), 'UTF8'))
  FROM unnest(ARRAY[p_sequence::text, (extract(epoch FROM p_at) * 1000)::bigint::text] || p_fields)
       WITH ORDINALITY AS fields (field, position)
$$;

CREATE FUNCTION append_audit_entry(
  p_actor text, p_action text, p_subject_type text, p_subject_id text, p_detail jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  last_sequence bigint;
  last_hash bytea;
  now_at timestamptz(3) := clock_timestamp();
BEGIN
  PERFORM pg_advisory_xact_lock(7205759403792793);
  SELECT sequence, entry_hash INTO last_sequence, last_hash FROM audit_entries ORDER BY sequence DESC LIMIT 1;
  last_sequence := coalesce(last_sequence, 0) + 1;
  last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
  INSERT INTO audit_entries VALUES (last_sequence, now_at, p_actor, p_action, p_subject_type, p_subject_id, p_detail,
    last_hash, audit_entry_hash(last_hash, last_sequence, now_at,
      ARRAY[p_actor, p_action, p_subject_type, p_subject_id, p_detail::text]));
  RETURN last_sequence;
END
$$;

CREATE FUNCTION audit_entries_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries can be neither changed nor removed' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entries_are_final BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION audit_entries_are_final();
CREATE TRIGGER audit_entries_are_not_truncated BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_are_final();
