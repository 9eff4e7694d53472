import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./support/documents.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const { services } = parse(read("docker-compose.yml"), { merge: true }) as {
  readonly services: Readonly<Record<string, { readonly build?: { readonly dockerfile: string } }>>;
};

describe.each(["gateway/Dockerfile", "subgraphs/Dockerfile", "packages/deployment/Dockerfile"])(
  "%s",
  (path) => {
    const lines = read(path).split("\n");
    const finalStage = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));

    it("is built by compose", () => {
      const built = Object.values(services).flatMap(({ build }) => (build ? [build.dockerfile] : []));
      expect(built).toContain(path);
    });

    it("ends as the user node, with a command in exec form", () => {
      expect(finalStage.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
      expect(finalStage.find((line) => line.startsWith("CMD "))).toMatch(
        /^CMD \["node", "[\w/-]+\/dist\/[\w.]*main\.js"\]$/,
      );
    });

    it("starts every stage from Node 24", () => {
      const bases = lines.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1]);
      expect(new Set(bases)).toEqual(new Set(["node:24-slim"]));
    });

    it("copies only what exists and is not ignored", () => {
      const sources = lines
        .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
        .flatMap((line) => line.split(" ").slice(1, -1));
      const missing = sources.filter((source) => !existsSync(join(root, source)));
      expect(missing).toEqual([]);
      const allowed = read(".dockerignore")
        .split("\n")
        .filter((line) => line.startsWith("!"));
      expect(
        sources.filter((source) => !allowed.some((line) => `${source}/`.startsWith(`${line.slice(1)}/`))),
      ).toEqual([]);
    });
  },
);
