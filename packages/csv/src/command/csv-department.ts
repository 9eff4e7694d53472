import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import type { FileKind } from "../file-kind.js";

/** A department as the commands see it. */
export interface CsvDepartment {
  readonly name: string;
  readonly model: DatabaseModel;
  /** The totals that an import keeps in step with the rows. */
  readonly totals: readonly Totals[];
  /** Its kinds of files. A kind stands after those to which its rows refer. */
  readonly kinds: readonly FileKind[];
  /** The name of the setting that says where its database is. */
  readonly databaseVariable: string;
  /** Where its database is, if there is one. Throws `SettingsError`. */
  find(): DatabaseLocation;
  /** The same. A database on a server is created if it is missing. */
  locate(): Promise<DatabaseLocation>;
}
