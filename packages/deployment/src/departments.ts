import { creditPrograms } from "@an-sinh/credit-programs/subgraph";
import type { FileKind } from "@an-sinh/csv/file-kind";
import { households } from "@an-sinh/households/subgraph";
import { housingProjects } from "@an-sinh/housing-projects/subgraph";
import { meritoriousService } from "@an-sinh/meritorious-service/subgraph";
import type { MakeTables } from "@an-sinh/sample/sample-table";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";

/** A department: its subgraph, and what the tools know about its data. */
export interface Department extends SubgraphDefinition {
  /** Where its subgraph listens when it runs as a process of its own. It is also the port in the supergraph. */
  readonly port: number;
  /** Its rows of the sample. They are imported only when they are needed. Undefined: the sample has none. */
  readonly sample?: () => Promise<MakeTables>;
  /**
   * Its kinds of CSV files, in the order in which they refer to each other. They are imported only when they
   * are needed. Undefined: it has no files.
   */
  readonly files?: () => Promise<readonly FileKind[]>;
}

/** The one list of departments. Both topologies, composition, the sample, the CSV files and the tests read it. */
export const departments: readonly Department[] = [
  {
    ...households,
    port: 4001,
    sample: async () => (await import("@an-sinh/sample/households/tables")).householdsTables,
    files: async () => (await import("@an-sinh/csv/kinds/households")).householdsFiles,
  },
  {
    ...housingProjects,
    port: 4002,
    sample: async () => (await import("@an-sinh/sample/housing-projects/tables")).housingProjectsTables,
    files: async () => (await import("@an-sinh/csv/kinds/housing-projects")).housingProjectsFiles,
  },
  {
    ...creditPrograms,
    port: 4003,
    sample: async () => (await import("@an-sinh/sample/credit-programs/tables")).creditProgramsTables,
    files: async () => (await import("@an-sinh/csv/kinds/credit-programs")).creditProgramsFiles,
  },
  {
    ...meritoriousService,
    port: 4004,
    sample: async () => (await import("@an-sinh/sample/meritorious-service/tables")).meritoriousServiceTables,
    files: async () => (await import("@an-sinh/csv/kinds/meritorious-service")).meritoriousServiceFiles,
  },
];

/** Where a subgraph is found by its name on the network, as the supergraph says it. */
export const routingUrl = ({ name, port }: Department) => `http://${name}:${port}/graphql`;
