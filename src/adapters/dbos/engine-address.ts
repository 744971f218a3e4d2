const LIMIT = 'idle_in_transaction_session_timeout';

/**
 * The database's address with a limit on transactions left open, as an option of the session. The workflow engine would
 * else set it by a statement of its own while the first statement of the session is already running, which the driver
 * calls deprecated on standard error.
 */
export function engineAddress(databaseUrl: string): string {
  // Forms that only PostgreSQL's own library writes stay as they are; the limit is then set by that statement.
  if (!URL.canParse(databaseUrl)) return databaseUrl;
  const address = new URL(databaseUrl);
  const options = address.searchParams.get('options') ?? '';
  if (options.includes(LIMIT)) return databaseUrl;
  address.searchParams.set('options', `${options} -c ${LIMIT}=60000`.trim());
  return address.toString();
}
