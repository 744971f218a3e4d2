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
