import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import type { FileKind } from "../file-kind.js";

/** A department as the commands see it. */
export interface CsvDepartment {
  readonly name: string;
  readonly model: DatabaseModel;
  /** In the order in which they refer to each other. */
  readonly kinds: readonly FileKind[];
  /** The setting that says where its database is. */
  readonly databaseVariable: string;
  /** Where its database is. Throws `SettingsError`. */
  locate(): Promise<DatabaseLocation>;
}
