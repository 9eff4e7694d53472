import { fileURLToPath } from "node:url";
import { sqliteLocations, toDatabaseUrl } from "@an-sinh/deployment/databases";
import { Child } from "../bench/contest/child.js";
import type { FederatedGraph } from "../bench/contest/contestant.js";
import { writeSupergraph } from "../bench/contest/write-supergraph.js";
import { benchCursorKey, benchSubgraphKey } from "../bench/keys.js";
import { loadSample } from "../bench/sample.js";
import { startSigner, type Signer } from "./signer.js";

interface DepartmentsOptions {
  /** The SQLite files of the sample. */
  readonly dataFolder: string;
  /** For the files of the supergraph. */
  readonly scratchFolder: string;
  /** Ends all processes. */
  readonly signal: AbortSignal;
}

/** The four departments' programs, and the files of the supergraph with their addresses. */
export interface Departments extends FederatedGraph, AsyncDisposable {
  readonly signer: Signer;
  readonly scratchFolder: string;
}

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../subgraphs/${name}/dist/main.js`, import.meta.url));

/** Starts the departments as they are delivered, over the sample. */
export async function openDepartments(options: DepartmentsOptions): Promise<Departments> {
  const { dataFolder, scratchFolder, signal } = options;
  const locations = sqliteLocations(dataFolder);
  await loadSample(locations, { scale: 1, signal });
  const children = [...locations].map(([name, location]) => {
    const env = { ...common, DATABASE_URL: toDatabaseUrl(location) };
    return [name, new Child(name, fileOf(name), { env, execArgv: [], signal })] as const;
  });
  const urls = new Map<string, string>();
  for (const [name, child] of children) urls.set(name, (await child.address()).href);
  const signer = await startSigner(urls);
  const graph = await writeSupergraph(
    scratchFolder,
    (name) => urls.get(name) ?? "",
    (name) => signer.urlOf(name),
  );
  return { ...graph, signer, scratchFolder, [Symbol.asyncDispose]: () => signer[Symbol.asyncDispose]() };
}

const common = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PORT: "0",
  LOG_LEVEL: "silent",
  CURSOR_KEY: benchCursorKey,
  SUBGRAPH_KEY: benchSubgraphKey,
};
