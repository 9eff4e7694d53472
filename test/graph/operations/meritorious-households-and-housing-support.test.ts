import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../../support/shared-graph.js";
import { allHouseholds } from "../../support/run-operation.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const askedFor = [
  "Thương binh và người hưởng chính sách như thương binh",
  "Bà mẹ Việt Nam anh hùng",
  "Liệt sĩ",
];

describe("meritorious households of a commune and their housing support", () => {
  interface Household {
    readonly code: string;
    readonly classification: { readonly class: string };
    readonly meritoriousMembers: readonly {
      readonly category: { readonly name: string };
      readonly relativeOf: { readonly category: { readonly name: string } } | null;
    }[];
    readonly housingSupports: readonly { readonly decisionNumber: string | null }[];
    readonly housingGrants: readonly { readonly decisionNumber: string; readonly legalBasis: string }[];
  }

  test("are found both with a decision and still without", async () => {
    const households = await allHouseholds<Household>(graph, "meritorious-households-and-housing-support");
    const asked = households.filter(({ meritoriousMembers }) => meritoriousMembers.length > 0);
    const supported = asked.filter((one) => one.housingSupports.length + one.housingGrants.length > 0);
    expect(supported.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(supported.length);
    const bases = supported.flatMap(({ housingGrants }) => housingGrants.map(({ legalBasis }) => legalBasis));
    expect(bases.length).toBeGreaterThan(0);
    for (const { housingGrants } of supported) {
      for (const { decisionNumber, legalBasis } of housingGrants)
        expect(decisionNumber && legalBasis).toBeTruthy();
    }
    for (const { classification, meritoriousMembers } of asked) {
      expect(["POOR", "NEAR_POOR"]).toContain(classification.class);
      const reasons = meritoriousMembers.map(
        ({ category, relativeOf }) => relativeOf?.category.name ?? category.name,
      );
      for (const reason of reasons) expect(askedFor).toContain(reason);
    }
  });
});
