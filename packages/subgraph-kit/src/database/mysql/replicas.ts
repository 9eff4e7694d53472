import type { Logger } from "@an-sinh/server/logger";
import type { ConnectionSettings } from "../connection-settings.js";
import type { ReplicaState } from "../database-state.js";
import { CallReads } from "./call-reads.js";
import { isUnanswered } from "./failures.js";
import { MysqlReader } from "./mysql-reader.js";
import { Progress } from "./progress.js";
import { readsWhileCutOff } from "./reads-while-cut-off.js";
import { Replica } from "./replica.js";
import { Sockets, type ServerAddress } from "./server-address.js";

interface Options {
  readonly addresses: readonly ServerAddress[];
  readonly settings: ConnectionSettings;
  readonly logger?: Pick<Logger, "warn"> | undefined;
}

/** The replicas of a primary. A call reads one that is near enough, else the primary. */
export class Replicas {
  private readonly all: readonly Replica[];
  private readonly progress: Progress;
  private readonly sockets: readonly Sockets[];
  private readonly timers: NodeJS.Timeout[] = [];

  /** Looks at each server again and again, from now on. None is read before it has answered. */
  constructor(
    private readonly primary: MysqlReader,
    private readonly options: Options,
  ) {
    const { addresses, settings, logger } = options;
    this.progress = new Progress(settings.replicaLagMs);
    const servers = addresses.map((address) => ({ address, sockets: new Sockets(address) }));
    this.sockets = servers.map(({ sockets }) => sockets);
    this.all = servers.map((server) => {
      const reader = new MysqlReader({ ...server, settings, greeting: readsWhileCutOff });
      return new Replica(reader, this.progress, { ...settings, logger, name: nameOf(server.address) });
    });
    this.repeat(() => this.checkPrimary());
    for (const replica of this.all) {
      replica.reader.watch.start();
      this.repeat(() => replica.check());
    }
  }

  /** Calls of one request read the same replica, as long as the same ones are in use. */
  callReads(requestId: string): CallReads {
    const inUse = this.all.filter(({ isRead }) => isRead);
    const chosen = inUse.length > 0 ? inUse[hashOf(requestId) % inUse.length] : undefined;
    return new CallReads(this.primary, chosen, this.findReplica);
  }

  private readonly findReplica = (failed: ReadonlySet<Replica>): Replica | undefined =>
    this.all.find((replica) => replica.isRead && !failed.has(replica));

  states(): readonly ReplicaState[] {
    return this.all.map((replica) => replica.state());
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.all.map(({ reader }) => reader.close()));
  }

  /** Closes what `close` did not. */
  destroy(): void {
    for (const sockets of this.sockets) sockets.destroy();
  }

  private async checkPrimary(): Promise<void> {
    const askedAt = performance.now();
    try {
      this.progress.note(await this.primary.position(), askedAt);
    } catch (error) {
      // While it is gone, replicas count by what it had: nobody can write then.
      if (!isUnanswered(error)) this.progress.miss(performance.now());
    }
  }

  private repeat(work: () => Promise<void>): void {
    let isBusy = false;
    const look = () => {
      if (isBusy) return;
      isBusy = true;
      void work().finally(() => {
        isBusy = false;
      });
    };
    this.timers.push(setInterval(look, this.options.settings.replicaCheckMs).unref());
    look();
  }
}

/** It has no user and no password. */
const nameOf = ({ host, port, database }: ServerAddress) => `${database} on ${host}:${port}`;

/** Spreads requests, also those whose ids differ in their last characters only. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 31 + text.charCodeAt(index)) >>> 0;
  return hash;
}
