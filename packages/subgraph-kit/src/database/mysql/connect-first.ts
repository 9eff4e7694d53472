import { setTimeout as sleep } from "node:timers/promises";
import { createConnection, type Connection } from "mysql2/promise";
import type { ConnectionSettings } from "../connection-settings.js";
import { DatabaseServerError } from "../database-server-error.js";
import { mayBeStarting } from "./failures.js";
import { addressOf, Sockets } from "./server-address.js";

const pauseMs = 300;

/** How long a start waits, and under which setting the server stands. */
export interface FirstConnection extends Pick<ConnectionSettings, "startMs" | "silenceMs"> {
  readonly setting?: string | undefined;
}

/**
 * The first connection to a server, which may be about to start: it is tried again for a while. Its error says which server
 * it is: the driver's names no host.
 */
export async function connectFirst(url: string, options: FirstConnection): Promise<Connection> {
  const end = performance.now() + options.startMs;
  let hasSaid = false;
  for (;;) {
    try {
      return await connectOnce(url, options.silenceMs);
    } catch (error) {
      const left = end - performance.now();
      if (!mayBeStarting(error) || left <= 0) throw new DatabaseServerError(nameOf(url), error);
      if (!hasSaid) process.stderr.write(waitingMessage(url, options, error));
      hasSaid = true;
      await sleep(Math.min(pauseMs, left));
    }
  }
}

const connectOnce = (url: string, silenceMs: number): Promise<Connection> => {
  const address = addressOf(url);
  const { stream } = new Sockets(address);
  return createConnection({ ...address, stream, connectTimeout: silenceMs });
};

/** It has no user and no password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `mysql://${host}${pathname}`;
}

function waitingMessage(url: string, { setting, startMs }: FirstConnection, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const named = setting === undefined ? "" : `${setting}: `;
  const seconds = Math.ceil(startMs / 1_000);
  return `${named}${nameOf(url)} cannot be used yet (${reason}). Waiting for it, ${seconds} s at most. Ctrl-C ends this.\n`;
}
