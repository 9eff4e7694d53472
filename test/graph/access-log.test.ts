import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anonymous } from "@an-sinh/server/caller";
import { verifyChains } from "@an-sinh/gateway/audit/verify-chains";
import { expect, test } from "vitest";
import { callerOf } from "../support/callers.js";
import { startGraph } from "../support/graph.js";

const key = "a key of more than thirty-two characters";

interface Entry {
  readonly subject: string | null;
  readonly read: Readonly<Record<string, readonly string[]>>;
  readonly outcome: string;
}

const entriesIn = (folder: string): Entry[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n").slice(1))
    .map((line) => JSON.parse(line) as Entry);

test("who reads people and households is recorded, whatever leads to them, and nothing else is", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "audit-")), "log");
  const graph = await startGraph({ audit: { folder, key } });
  try {
    const { loans } = (await graph.expectData(
      "{ loans(first: 2) { edges { node { household { id } borrower { id } } } } }",
    )) as {
      readonly loans: {
        readonly edges: readonly {
          readonly node: Record<"household" | "borrower", { readonly id: string } | null>;
        }[];
      };
    };
    await graph.expectData("{ loans(first: 2) { edges { node { outstanding } } } }");
    await graph.expectData(
      "{ households(first: 3) { edges { node { code members { fullName loans { outstanding } } } } } }",
    );
    await graph.expectData("{ meritoriousRecords(first: 2) { edges { node { status } } } }");
    await graph.expectData(
      '{ administrativeUnit(code: "24", on: "2025-12-31") { poverty(year: 2025) { poor } } }',
    );
    await graph.as(anonymous).query("{ households(first: 3) { edges { node { code } } } }");

    const [first, second, households, records, ...others] = entriesIn(folder);
    expect(others).toEqual([]);
    const ids = (name: "household" | "borrower") => [
      ...new Set(loans.edges.flatMap(({ node }) => node[name]?.id ?? [])),
    ];
    expect(first).toMatchObject({ subject: "official", outcome: "answered" });
    expect(first?.read).toEqual({ Household: ids("household"), Person: ids("borrower") });
    expect(first?.read["Person"]?.length).toBeGreaterThan(0);
    expect(second?.read).toEqual(first?.read);
    expect(households?.read["Household"]).toHaveLength(3);
    expect(households?.read["Person"]?.length).toBeGreaterThanOrEqual(3);
    expect(records?.read["Person"]?.length).toBeGreaterThan(0);
    const [person = ""] = records?.read["Person"] ?? [];
    const readers =
      'query ($id: ID!) { accessLog(type: "Person", id: $id) { entries { edges { node { subject outcome } } } } }';
    const found = await graph.as(callerOf("auditor")).expectData(readers, { id: person });
    expect(found).toMatchObject({
      accessLog: { entries: { edges: [{ node: { subject: "official", outcome: "ANSWERED" } }] } },
    });
    expect(entriesIn(folder).at(-1)).toMatchObject({
      subject: "auditor",
      read: { AccessLog: [`Person ${person}`] },
    });
    expect(await verifyChains({ folders: [folder], keys: [key] })).toMatchObject({
      entries: 6,
      findings: [],
    });
  } finally {
    await graph.close();
  }
});
