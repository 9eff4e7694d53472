/** How a server or a file is, as far as its process knows. */
export interface ServerState {
  /** Whether it answered when it was last asked. A server is asked every few seconds. */
  readonly isReachable: boolean;
  /** Since when that is so, of a replica since when it has its state, as `Date.now()` counts. */
  readonly since: number;
  /** The connections of requests, of SQLite the threads for what is read aside, and the statements that wait for one. */
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * Why a replica is read, or not: it lacks too much, does not do what the primary does, does not take the user or has no such
 * database, or does not answer.
 */
export type ReplicaStanding = "reachable" | "behind" | "failing" | "refused" | "unreachable";

export interface ReplicaState extends ServerState {
  readonly standing: ReplicaStanding;
  /** It lacks nothing that was stored longer ago, in milliseconds. Null: nobody knows. */
  readonly lagMs: number | null;
}

/** How a database is: its primary, and the replicas in the order of the setting. */
export interface DatabaseState extends ServerState {
  readonly replicas: readonly ReplicaState[];
}

/** Whether any of its servers can be read. */
export const isReadable = ({ isReachable, replicas }: DatabaseState): boolean =>
  isReachable || replicas.some(({ standing }) => standing === "reachable");
