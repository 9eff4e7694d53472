import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { Child } from "../bench/contest/child.js";
import type { Contestant, FederatedGraph } from "../bench/contest/contestant.js";
import { installPeers } from "../bench/peers/install-peers.js";
import { apollo, hive, hiveRust, ourGateway } from "../bench/peers/peers.js";
import { findProgram, freePort } from "../support/mysql-server.js";
import { composeForCosmo } from "./cosmo.js";
import { startProgram } from "./native-program.js";
import type { Departments } from "./open-departments.js";

/** What a router is started with. */
export interface Start {
  readonly departments: Departments;
  /** Of an official who may see everything: environment variables of a gateway that verifies the token. */
  readonly signIn: Readonly<Record<string, string>>;
  /** Programs that the user named, by the name of the router. */
  readonly programs: Readonly<Record<string, string>>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** A router that is asked what this graph's gateway is asked. */
export interface Router {
  readonly name: string;
  readonly title: string;
  /** Resolves with its endpoint. Throws with the reason where it cannot be had or does not start. */
  start(start: Start): Promise<URL>;
}

/** More than one client may ask for otherwise. */
const unlimited = { MAX_OPERATION_COST: "1000000000", MAX_COST_PER_MINUTE: "1000000000" };

type Gateway = Contestant<Pick<FederatedGraph, "supergraphFile" | "openSupergraphFile">>;

/** A router that is a program of Node. */
const ofNode = ({ name, title, program, args, settings, execArgv = [], isPeer }: Gateway): Router => ({
  name,
  title,
  start: async ({ departments, signIn, signal }) => {
    if (isPeer) await installPeers(signal);
    const env = { ...unlimited, ...signIn, NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0" };
    const child = new Child(name, program, {
      args: args?.(departments) ?? [],
      env: { ...env, ...settings?.(departments) },
      execArgv: [...execArgv],
      signal,
    });
    return new URL("/graphql", await child.address());
  },
});

/** This graph's own gateway. What it answers is held to be right. */
export const own = ofNode({ ...ourGateway({ LOG_LEVEL: "silent" }), name: "own", title: "An Sinh" });

const hiveRouter: Router = {
  name: "hive-router",
  title: "Hive Router",
  start: async ({ departments, programs, signal }) => {
    const program = programs["hive-router"] ?? findProgram("hive_router");
    if (!program)
      throw new ExplainedError(
        "hive_router is not on the PATH. Build it by `cargo install hive-router`, or name it by --hive-router FILE",
      );
    const port = String(await freePort());
    const url = new URL(`http://127.0.0.1:${port}/graphql`);
    const settings = { SUPERGRAPH_FILE_PATH: departments.openSupergraphFile, HOST: "127.0.0.1", PORT: port };
    await startProgram(program, { settings, url, signal });
    return url;
  },
};

const cosmo: Router = {
  name: "cosmo",
  title: "Cosmo Router",
  start: async ({ departments, programs, signal }) => {
    await installPeers(signal);
    const config = await composeForCosmo(departments, signal);
    const program = programs["cosmo"];
    if (!program)
      throw new ExplainedError(
        "Cosmo composes the departments' schemas. Its router comes as a program: name it by --cosmo FILE",
      );
    const address = `127.0.0.1:${await freePort()}`;
    const url = new URL(`http://${address}/graphql`);
    const file = join(departments.scratchFolder, "cosmo.yaml");
    await writeFile(file, `version: "1"\nlisten_addr: "${address}"\n`);
    const settings = { EXECUTION_CONFIG_FILE_PATH: config, CONFIG_PATH: file };
    await startProgram(program, { settings, url, signal });
    return url;
  },
};

/** In the order of the table. */
export const routers: readonly Router[] = [apollo, hive, hiveRust].map(ofNode).concat(hiveRouter, cosmo);
