-- Facts that plans into vSphere are made from: what a site and its proxies told, what the customer allows, and who
-- approved a plan.

-- One document per site and section, each with an age of its own. The newest observation replaces the one before.
CREATE TABLE site_facts (
  site_id uuid NOT NULL REFERENCES sites,
  -- A word of the program: sections grow with what plans need.
  section text NOT NULL CHECK (section ~ '^[A-Z][A-Z_]{0,39}$'),
  observed_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  recorded_by text NOT NULL CHECK (length(recorded_by) BETWEEN 1 AND 200),
  entry_count integer NOT NULL CHECK (entry_count BETWEEN 0 AND 100000),
  entries jsonb NOT NULL CHECK (jsonb_typeof(entries) = 'array' AND pg_column_size(entries) <= 33554432),
  PRIMARY KEY (site_id, section)
);

-- What is known of an executor as a proxy of vSphere disks, beyond what it reports of itself.
CREATE TABLE proxy_facts (
  executor_name text PRIMARY KEY CHECK (length(executor_name) BETWEEN 1 AND 200),
  observed_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  recorded_by text NOT NULL CHECK (length(recorded_by) BETWEEN 1 AND 200),
  proxy jsonb NOT NULL CHECK (jsonb_typeof(proxy) = 'object' AND pg_column_size(proxy) <= 1048576)
);

-- What the customer allows, where it differs from the defaults. One row, or none.
CREATE TABLE planning_policy (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  policy jsonb NOT NULL CHECK (jsonb_typeof(policy) = 'object'),
  changed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  changed_by text NOT NULL CHECK (length(changed_by) BETWEEN 1 AND 200)
);

-- Who approved which plan. Plans never change, so that an approval of a plan is one of its digest.
CREATE TABLE plan_approvals (
  plan_id uuid NOT NULL REFERENCES restore_plans,
  approved_by text NOT NULL CHECK (length(approved_by) BETWEEN 1 AND 200),
  approved_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (plan_id, approved_by)
);
