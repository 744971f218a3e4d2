/** What the executor tells about itself. Calls do not wait for the database: the next heartbeat comes anyway. */
export interface ExecutorRegistry {
  beat(heartbeat: ExecutorHeartbeat): Promise<void>;
  /**
   * Whether an executor has ended without a successor: not heard of for two minutes or not known, and its lock is free.
   * Waits for the database.
   */
  isSilent(executorId: string): Promise<boolean>;
  /** Repositories that plans may name. Repeatable. */
  registerRepository(name: string): Promise<void>;
  /** What the catalog knows of a registered repository. Waits for the database. */
  readRepositoryIdentity(name: string): Promise<KnownRepository>;
  /**
   * Keeps the identity of a repository that has none yet or that no disk lies in. Returns whether the catalog knows it
   * by this identity now. Repeatable; waits for the database.
   */
  bindRepository(name: string, identity: string): Promise<boolean>;
}

export interface KnownRepository {
  /** UUID in lower case; null until a folder was seen. */
  readonly identity: string | null;
  /** Whether blocks of any restore point lie in it. */
  readonly isUsed: boolean;
}

export interface ExecutorHeartbeat {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Null when the copy engine works, else why not. */
  readonly engineReason: string | null;
  readonly startedAt: Date;
  readonly locations: readonly HeartbeatLocation[];
  readonly repositories: readonly HeartbeatRepository[];
}

export interface HeartbeatLocation {
  readonly name: string;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly freeBytes: number | null;
}

export interface HeartbeatRepository {
  readonly name: string;
  readonly present: boolean;
}
