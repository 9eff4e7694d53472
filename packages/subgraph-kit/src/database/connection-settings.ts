import { wholeNumber } from "@an-sinh/server/env";
import { z } from "zod";

/** How a database server is used. */
export interface ConnectionSettings {
  /** How many statements of requests run at the same time, in each process. */
  readonly connections: number;
  /** How many more may wait for a connection. Others are refused at once. */
  readonly queue: number;
  /** A server or a connection that says nothing for so long is looked at, and given up if it is gone. */
  readonly silenceMs: number;
  /** A server that has not been asked for so long is asked whether it is there. */
  readonly checkMs: number;
  /** How long a statement of a request may run. */
  readonly statementMs: number;
  /** A replica that lacks what was stored so long ago is not read. */
  readonly replicaLagMs: number;
  /** So often each server is asked how far it is. Only where there are replicas. */
  readonly replicaCheckMs: number;
  /** How long a start waits for a server that cannot be reached. */
  readonly startMs: number;
}

const expectedSeconds = "expected a whole number of seconds from 0 to 3600";

/** The settings of every program that opens a department's database on a server. */
export const connectionVariables = {
  DATABASE_CONNECTIONS: wholeNumber("connections", 1_000, 10),
  DATABASE_QUEUE: wholeNumber("statements", 100_000, 200),
  DATABASE_SILENCE_MS: wholeNumber("milliseconds", 60_000, 2_000),
  DATABASE_TIMEOUT_MS: wholeNumber("milliseconds", 3_600_000, 10_000),
  DATABASE_REPLICA_LAG_MS: wholeNumber("milliseconds", 600_000, 10_000),
  DATABASE_WAIT_SECONDS: z.coerce
    .number({ error: expectedSeconds })
    .int(expectedSeconds)
    .min(0, expectedSeconds)
    .max(3_600, expectedSeconds)
    .default(60),
};

type Variables = z.output<z.ZodObject<typeof connectionVariables>>;

export const toConnectionSettings = (variables: Variables): ConnectionSettings => ({
  connections: variables.DATABASE_CONNECTIONS,
  queue: variables.DATABASE_QUEUE,
  silenceMs: variables.DATABASE_SILENCE_MS,
  checkMs: 5_000,
  statementMs: variables.DATABASE_TIMEOUT_MS,
  replicaLagMs: variables.DATABASE_REPLICA_LAG_MS,
  replicaCheckMs: 1_000,
  startMs: 1_000 * variables.DATABASE_WAIT_SECONDS,
});

/** What counts where nobody has read the settings. It waits for no server. */
export const defaultConnections: ConnectionSettings = {
  ...toConnectionSettings(z.object(connectionVariables).parse({})),
  startMs: 0,
};
