import type { EntityClass } from "@an-sinh/subgraph-kit/database/database";
import { tableOf, type Table } from "@an-sinh/subgraph-kit/database/table";
import type { EntityManager } from "typeorm";
import type { Row } from "../file-kind.js";

/** The table of any kind of file. Its rows have the entity's properties as their names. */
export const rowTable = (manager: EntityManager, entity: EntityClass): Table<Row> =>
  tableOf(manager, entity as new () => Row);
