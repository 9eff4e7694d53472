import { describe, expect, test } from "vitest";
import { startClinic } from "./clinic-nodes.js";
import { nodeId } from "./shop.js";

const patient = nodeId("Patient", "p1");
const ward = nodeId("Ward", "w1");
const one = "query One($id: ID!) { node(id: $id) { nodeId ... on Patient { name } ... on Ward { note } } }";
const many =
  "query Many($ids: [ID!]!) { all: nodes(ids: $ids) { nodeId ... on Patient { name } ... on Ward { note } } }";
const codes = (errors: readonly { readonly extensions?: unknown }[] = []) =>
  errors.map(({ extensions }) => (extensions as { readonly code: string }).code);

describe("the limits of node", () => {
  const costs = (perOperation: number, perMinute?: number) => ({ costBudgets: { perOperation, perMinute } });

  test("node costs what the root field costs, and nodes as often as there are ids", async () => {
    await using clinic = await startClinic(costs(4));
    const headers = { "x-report-cost": "1" };
    const byRoot = await clinic.ask('{ ward(id: "w1") { nodeId } }', {}, headers);
    expect((await clinic.ask(one, { id: ward }, headers)).extensions).toEqual({
      cost: { ...(byRoot.extensions?.["cost"] as object), mostFor: "node" },
    });
    const { extensions } = await clinic.ask(many, { ids: [ward, patient, ward, "x"] }, headers);
    expect(extensions).toEqual({ cost: { estimate: 3, budget: 4, mostFor: "all" } });
  });

  test("what costs too much is refused with the client's name of the field", async () => {
    await using clinic = await startClinic(costs(4));
    const { data, errors } = await clinic.ask(many, { ids: Array(5).fill(ward) });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      {
        message:
          "The query is too expensive: expected at most 4 points, but got: 5. Most of them are for all.",
        extensions: { code: "QUERY_TOO_COMPLEX", cost: { mostFor: "all" } },
      },
    ]);
  });

  test("whoever asks for ever other sequences of types is slowed like one who sends other documents", async () => {
    await using clinic = await startClinic(costs(1_000, 1_000));
    const seen = new Set<string>();
    for (let count = 1; count < 40; count += 1)
      for (const code of codes((await clinic.ask(many, { ids: Array(count).fill(ward) })).errors))
        seen.add(code);
    expect([...seen]).toEqual(["RATE_LIMITED"]);
  });

  test.each([101, 10_000])("%i ids are refused before anything is done", async (count) => {
    await using clinic = await startClinic();
    const { data, errors } = await clinic.ask(many, { ids: Array(count).fill(ward) });
    expect([data, codes(errors), errors?.[0]?.path]).toEqual([null, ["BAD_USER_INPUT"], ["all"]]);
    expect([clinic.fetches, clinic.known]).toEqual([[], []]);
  });

  test("what is selected of all objects together is bounded, so that its plan is kept", async () => {
    await using clinic = await startClinic();
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${Array.from({ length: 29 }, (_, at) => `a${at}: nodeId`).join(" ")} } }`;
    const ask = (count: number) => clinic.ask(query, { ids: Array(count).fill(ward) });
    for (const _ of [1, 2]) expect((await ask(100)).errors).toBeUndefined();
    expect(clinic.known).toEqual([false, true]);
    const larger = query.replace("a0: nodeId", "a0: nodeId b: nodeId c: nodeId");
    const { errors } = await clinic.ask(larger, { ids: Array(100).fill(ward) });
    expect([codes(errors), clinic.known.length]).toEqual([["QUERY_TOO_COMPLEX"], 2]);
  });

  test("fragments that stand for ever more types are refused", async () => {
    await using clinic = await startClinic({
      limits: { tokens: 10_000, operations: 9, depth: 500, fields: 1e9, aliases: 9, rootFields: 9 },
    });
    const fragments = Array.from(
      { length: 20 },
      (_, index) => `fragment F${index} on Node { ...F${index + 1} ... { ...F${index + 1} } }`,
    );
    const query = `query ($id: ID!) { node(id: $id) { ...F0 } } ${fragments.join(" ")} fragment F20 on Node { nodeId }`;
    expect(codes((await clinic.ask(query, { id: ward })).errors)).toEqual(["QUERY_TOO_COMPLEX"]);
    expect(clinic.known).toEqual([]);
  });

  test("a look-up by a secret stays one through node: one in an operation, and so many in a minute", async () => {
    await using clinic = await startClinic();
    const card = nodeId("Card", "1");
    expect(codes((await clinic.ask(many, { ids: [card, card] })).errors)).toEqual(["BAD_USER_INPUT"]);
    const answers = [];
    for (const id of [card, card, card]) answers.push(codes((await clinic.ask(one, { id })).errors));
    expect(answers).toEqual([[], [], ["RATE_LIMITED"]]);
  });
});
