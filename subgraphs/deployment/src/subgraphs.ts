import { creditPrograms } from "@an-sinh/credit-programs/subgraph";
import { households } from "@an-sinh/households/subgraph";
import { housingProjects } from "@an-sinh/housing-projects/subgraph";
import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { meritoriousService } from "@an-sinh/meritorious-service/subgraph";

export interface DeployedSubgraph extends SubgraphDefinition {
  /** Where it listens when it runs as a process of its own; also the port in the supergraph's address. */
  readonly port: number;
}

/** The graph's subgraphs. Both topologies, composition, the sample data and the tests read this list. */
export const subgraphs: readonly DeployedSubgraph[] = [
  { ...households, port: 4001 },
  { ...housingProjects, port: 4002 },
  { ...creditPrograms, port: 4003 },
  { ...meritoriousService, port: 4004 },
];

/** Where a subgraph is found by its name on the network, as the supergraph says it. */
export const routingUrl = ({ name, port }: DeployedSubgraph) => `http://${name}:${port}/graphql`;

/** The name of a department's database on a MySQL server. */
export const databaseName = ({ name }: { name: string }) => `an_sinh_${name.replaceAll("-", "_")}`;
