import {
  defaultConnections,
  type ConnectionSettings,
} from "@an-sinh/subgraph-kit/database/connection-settings";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import type { ReplicaStanding } from "@an-sinh/subgraph-kit/database/database-state";
import { createMysqlDatabase, dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { Logger } from "@an-sinh/server/logger";
import { createConnection, type Connection } from "mysql2/promise";
import { inject } from "vitest";
import { FaultProxy } from "../../../../test/support/fault-proxy.js";
import { housesWithRooms } from "../../../../test/support/rooms.js";

const settings = {
  ...defaultConnections,
  silenceMs: 10_000,
  checkMs: 50,
  startMs: 30_000,
  replicaCheckMs: 20,
};

type Place = "primary" | "first" | "second";
const replicas = ["first", "second"] as const;

/** A database that is named thrice, as a primary and its two replicas: each by a proxy and a user of its own. */
export interface ThreeAddresses extends AsyncDisposable {
  readonly database: Database;
  readonly admin: Connection;
  readonly proxies: Readonly<Record<Place, FaultProxy>>;
  /** The account of a replica's user. */
  account(place: "first" | "second"): string;
  /** A request whose calls read the first replica. */
  readonly toFirst: string;
  /** Until both replicas are as said. */
  until(...standings: readonly [ReplicaStanding, ReplicaStanding]): Promise<void>;
}

interface Given extends Partial<ConnectionSettings> {
  readonly logger?: Pick<Logger, "warn">;
  /** The password with which replicas are opened. */
  readonly password?: string;
}

let serial = 0;

export async function openThreeAddresses({
  logger,
  password = "secret",
  ...given
}: Given = {}): Promise<ThreeAddresses> {
  serial += 1;
  const name = `${process.pid}_thrice_${serial}`;
  const server = new URL(inject("mysqlUrl") ?? "");
  const url = await createMysqlDatabase(server.href, name);
  const admin = await createConnection({ uri: url, multipleStatements: true });
  const account = (place: Place) => `${place}_${process.pid}_${serial}@localhost`;
  for (const place of replicas)
    await admin.query(`CREATE USER ${account(place)} IDENTIFIED BY 'secret';
      GRANT SELECT, EXECUTE ON ${name}.* TO ${account(place)}`);
  const proxyTo = () => FaultProxy.start({ host: server.hostname, port: Number(server.port) });
  const proxies = { primary: await proxyTo(), first: await proxyTo(), second: await proxyTo() };
  const urlOf = (place: Place, user: string) => `mysql://${user}@127.0.0.1:${proxies[place].port}/${name}`;
  const location = {
    kind: "mysql",
    url: urlOf("primary", "root"),
    replicas: replicas.map((place) => urlOf(place, account(place).replace("@localhost", `:${password}`))),
    settings: { ...settings, ...given },
  } as const;
  const database = await openDatabase({ ...housesWithRooms.model, location, logger });
  await database.migrate();
  return {
    database,
    admin,
    proxies,
    account,
    // Its hash is even.
    toFirst: "b",
    until: async (...standings) => {
      const differs = () => database.state().replicas.some(({ standing }, at) => standing !== standings[at]);
      while (differs()) await new Promise(setImmediate);
    },
    [Symbol.asyncDispose]: async () => {
      await database.close();
      for (const proxy of Object.values(proxies)) await proxy.close();
      await admin.query(`DROP USER ${replicas.map(account).join()}`);
      await admin.end();
      await dropMysqlDatabase(server.href, name);
    },
  };
}
