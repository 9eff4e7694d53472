import cluster from "node:cluster";
import type { GraphQLServer } from "./graphql-server.js";
import type { Logger } from "./logger.js";
import { ServingProcesses } from "./serving-processes.js";

interface Serving {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** How many processes serve. With 1 it is this one; with more, this one only looks after them. */
  readonly workers: number;
  readonly logger: Logger;
  /** What is done once before several processes serve. Where one does, `createServer` does it. */
  readonly prepare?: () => Promise<void>;
  /** Builds the server. Each process that serves calls it. `isPrepared`: `prepare` was called before. */
  readonly createServer: (isPrepared: boolean) => Promise<GraphQLServer>;
  /** Tells the user where the program serves, once. */
  readonly announce: (url: string) => void;
}

/** What a program does in `run` that serves with one process or several. Closing the result stops all of them. */
export async function serve(options: Serving): Promise<{ close(): Promise<void> }> {
  if (cluster.isWorker) {
    const { server, url } = await createAndListen(options, true);
    process.send?.(url);
    return server;
  }
  if (options.workers === 1) {
    const { server, url } = await createAndListen(options, false);
    options.announce(url);
    return server;
  }
  await options.prepare?.();
  const processes = new ServingProcesses(options.logger);
  options.announce(await processes.start(options.workers));
  return processes;
}

async function createAndListen({ createServer, host, port }: Serving, isPrepared: boolean) {
  const server = await createServer(isPrepared);
  try {
    const { url } = await server.listen({ host, port });
    return { server, url };
  } catch (error) {
    await server.close();
    throw error;
  }
}
