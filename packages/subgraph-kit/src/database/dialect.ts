import type { EntityManager } from "typeorm";
import type { Dialect } from "./database.js";

export const dialectOf = ({ connection }: EntityManager): Dialect =>
  connection.options.type === "better-sqlite3" ? "sqlite" : "mysql";
