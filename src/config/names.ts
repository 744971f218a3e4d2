/** Names of all settings, and of the other variables that begin like them. */

export const FILE_KEYS = [
  'DATA_FOLDER',
  'LOG_LEVEL',
  'HOST',
  'PORT',
  'DATABASE_URL_FILE',
  'EXECUTOR_NAME',
  'EXECUTOR_ID_FILE',
  'LOCATIONS',
  'REPOSITORY_FOLDER',
  'IO_DEPTH',
  'SCRUB_INTERVAL_HOURS',
  'SCRUB_SHARE_PERCENT',
  'SEALING_PRIVATE_KEY_FILE',
  'SEALING_PUBLIC_KEY_FILE',
  'FINGERPRINT_KEY_FILE',
  'URL',
  'TOKEN_FILE',
] as const;
export type SettingName = (typeof FILE_KEYS)[number];

/** Variables with our prefix that are no settings of a service: they belong to set-up, tests and measurements. */
export const OTHER_VARIABLES = [
  'REINSTATE_CONFIG_FILE',
  'REINSTATE_DEBUG_POINT',
  'REINSTATE_NO_APT',
  'REINSTATE_REQUIRE_PEERS',
  'REINSTATE_CRASH_ROUNDS',
  'REINSTATE_PROPERTY_RUNS',
  'REINSTATE_PRINT_STATEMENTS',
  'REINSTATE_SCREENSHOTS',
  'REINSTATE_BENCH_ENGINE',
  'REINSTATE_SEED',
  'REINSTATE_FUZZ_SECONDS',
  'REINSTATE_SERVICE_KILL_ROUNDS',
] as const;
