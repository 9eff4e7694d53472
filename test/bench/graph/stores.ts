import { join } from "node:path";
import {
  databaseName,
  mysqlLocations,
  sqliteLocations,
  type DatabaseLocations,
} from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { dropMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { rm } from "node:fs/promises";
import { processorMsOf } from "./processor-time.js";
import { canStartMysql, startPrivateMysql } from "../../support/mysql-server.js";

export const storeNames = ["sqlite", "mysql"] as const;
export type StoreName = (typeof storeNames)[number];

/** Where the benchmark has its databases: SQLite files, or a MariaDB server of its own. */
export interface Store {
  readonly title: string;
  /** The databases of a name, such as "scale-1". Missing ones are made when they are used. */
  locate(name: string): Promise<DatabaseLocations>;
  remove(name: string): Promise<void>;
  /** The process of the database server. Null: there is none, or it is not known. */
  readonly pid: number | null;
  /** User and system time of the database server so far, in milliseconds. Null: there is none, or it is not known. */
  processorMs(): number | null;
  /** The database server and its process. Null: there is none. */
  readonly server: { readonly url: string; readonly pid: number | null } | null;
  close(): Promise<void>;
}

/** Opens a store whose data is kept in the folder. Null: there is no server on this machine. */
export async function openStore(name: StoreName, folder: string): Promise<Store | null> {
  if (name === "sqlite") return sqliteStore(folder);
  return canStartMysql() ? mysqlStore(folder) : null;
}

const sqliteStore = (folder: string): Store => ({
  title: "SQLite",
  pid: null,
  locate: async (name) => sqliteLocations(join(folder, name)),
  remove: (name) => rm(join(folder, name), { recursive: true, force: true }),
  processorMs: () => null,
  server: null,
  close: async () => {},
});

async function mysqlStore(folder: string): Promise<Store> {
  const server = await startPrivateMysql(join(folder, "mariadb"));
  const prefixOf = (name: string) => `${name.replaceAll("-", "_")}_`;
  return {
    title: "MariaDB",
    pid: server.pid,
    locate: (name) => mysqlLocations(server.url, prefixOf(name)),
    remove: async (name) => {
      for (const department of departments)
        await dropMysqlDatabase(server.url, prefixOf(name) + databaseName(department.name));
    },
    processorMs: () => (server.pid === null ? null : processorMsOf(server.pid)),
    server,
    close: () => server.stop(),
  };
}
