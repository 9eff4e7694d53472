import type { ConnectionSettings } from "../connection-settings.js";
import type { ReadResult } from "../database.js";
import type { ServerState } from "../database-state.js";
import { ControlConnection } from "./control-connection.js";
import type { Position } from "./progress.js";
import { Reachability } from "./reachability.js";
import { ReadConnections } from "./read-connections.js";
import { Reading, type ReadingParts } from "./reading.js";
import { ReadTurns } from "./read-turns.js";
import type { ServerAddress, Sockets } from "./server-address.js";
import { TableUses } from "./table-use.js";
import { Watch } from "./watch.js";

interface Options {
  readonly address: ServerAddress;
  readonly sockets: Sockets;
  readonly settings: ConnectionSettings;
  /** Is sent first on each connection: see `ControlConnection`. */
  readonly greeting?: string;
}

/** Reads from a database on a server, and looks after the connections. */
export class MysqlReader {
  readonly control: ControlConnection;
  readonly watch: Watch;
  /** Its questions may wait for a locked table. None is to wait behind them. */
  private readonly positions: ControlConnection;
  private readonly reachability = new Reachability();
  private readonly tables = new TableUses();
  private readonly parts: ReadingParts;

  constructor({ address, sockets, settings, greeting }: Options) {
    const { reachability } = this;
    const { silenceMs } = settings;
    const connections = new ReadConnections({ address, sockets, settings, reachability, greeting });
    this.control = new ControlConnection(address, sockets, silenceMs, greeting);
    this.positions = new ControlConnection(address, sockets, silenceMs, greeting);
    this.watch = new Watch(this.control, reachability, settings, () => connections.discardIdle());
    this.parts = {
      connections,
      turns: new ReadTurns(settings.connections, settings.queue),
      control: this.control,
      watch: this.watch,
      mostMs: settings.statementMs + silenceMs,
    };
  }

  read(sql: string, values: readonly unknown[], signal: AbortSignal | undefined): Promise<ReadResult> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) reject(signal.reason as Error);
      else new Reading(this.parts, { sql, values }, this.tables.of(sql), signal, { resolve, reject }).begin();
    });
  }

  /** How far the server is. Fails where it does not answer in time, or has no such tables. */
  position(): Promise<Position> {
    return this.positions.position();
  }

  get isReachable(): boolean {
    return this.reachability.isReachable;
  }

  /** It has answered somebody else. */
  setReachable(isReachable: boolean): void {
    this.reachability.set(isReachable);
  }

  state(): ServerState {
    const { isReachable, since } = this.reachability;
    const { connections, turns } = this.parts;
    return {
      isReachable,
      since,
      inUse: connections.inUse,
      idle: connections.idle,
      waiting: turns.waiting,
    };
  }

  async close(): Promise<void> {
    this.watch.stop();
    this.control.close();
    this.positions.close();
    await this.parts.connections.close();
  }
}
