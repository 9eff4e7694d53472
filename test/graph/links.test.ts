import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Entity {
  readonly id: string;
}

/** A household of the sample about which every department knows something; the README shows it too. */
const householdId = "h0048632";

async function household<Fields>(fields: string): Promise<Fields> {
  const data = await graph.expectData(`query ($id: ID!) { household(id: $id) { ${fields} } }`, {
    id: householdId,
  });
  return data["household"] as Fields;
}

describe("what leads from a household leads back to it", () => {
  test("its commune lies in the province of today", async () => {
    const found = await household<{ administrativeUnit: { level: string; validTo: null; parent: Entity } }>(
      "administrativeUnit { level validTo parent { id } }",
    );
    expect(found.administrativeUnit).toEqual({
      level: "COMMUNE",
      validTo: null,
      parent: { id: "24@2025-07-01" },
    });
  });

  test("members, head, and their household", async () => {
    const { head, members } = await household<{ head: Entity; members: { id: string; household: Entity }[] }>(
      "head { id } members { id household { id } }",
    );
    expect(members.map((member) => member.household.id)).toEqual(members.map(() => householdId));
    expect(members.map(({ id }) => id)).toContain(head.id);
  });

  test("loans, of the household and of its members", async () => {
    const found = await household<{
      loans: { id: string; household: Entity; borrower: Entity | null }[];
      members: { id: string; loans: { id: string; borrower: Entity }[] }[];
    }>("loans { id household { id } borrower { id } } members { id loans { id borrower { id } } }");
    expect(found.loans.length).toBeGreaterThan(0);
    expect(new Set(found.loans.map((loan) => loan.household.id))).toEqual(new Set([householdId]));
    for (const { id, loans } of found.members) {
      expect(loans.map(({ borrower }) => borrower.id)).toEqual(loans.map(() => id));
    }
  });

  test("housing supports, whose sources add up to the amount", async () => {
    const { housingSupports } = await household<{
      housingSupports: { household: Entity; amount: number; sources: { amount: number }[] }[];
    }>("housingSupports { household { id } amount sources { amount } }");
    expect(housingSupports.length).toBeGreaterThan(0);
    for (const {
      household: { id },
      amount,
      sources,
    } of housingSupports) {
      expect(id).toBe(householdId);
      expect(sources.reduce((sum, source) => sum + source.amount, 0)).toBe(amount);
    }
  });

  test("meritorious members are members, and their records and allowances the same from either side", async () => {
    const found = await household<{
      members: { id: string; meritoriousRecords: Entity[]; allowances: Entity[] }[];
      meritoriousMembers: { id: string; person: { id: string; household: Entity }; allowances: Entity[] }[];
    }>(`members { id meritoriousRecords { id } allowances(on: "2025-12-31") { id } }
        meritoriousMembers { id person { id household { id } } allowances(on: "2025-12-31") { id } }`);
    expect(found.meritoriousMembers.length).toBeGreaterThan(0);
    for (const { id, person, allowances } of found.meritoriousMembers) {
      const member = found.members.find((candidate) => candidate.id === person.id);
      expect(person.household.id).toBe(householdId);
      expect(member?.meritoriousRecords).toContainEqual({ id });
      expect(member?.allowances).toEqual(expect.arrayContaining(allowances));
    }
  });
});

describe("what leads from a social housing project leads back to it", () => {
  interface Project {
    readonly id: string;
    readonly administrativeUnit: { readonly level: string };
    readonly completedApartments: number;
    readonly completions: readonly { readonly apartments: number }[];
    readonly applications: {
      readonly edges: readonly {
        readonly node: { person: { socialHousingApplications: { project: Entity }[] } };
      }[];
    };
  }

  test("completions add up, applicants know of their applications, financing counts the project's loans", async () => {
    const data = await graph.expectData(`{
      socialHousingProjects(first: 5, filter: { administrativeUnit: "27@0", status: COMPLETED }) {
        edges { node {
          id administrativeUnit { level } completedApartments completions { apartments }
          applications(first: 3) { edges { node { person { socialHousingApplications { project { id } } } } } }
          financing { developerLoans { principal } buyerLoans { principal } }
        } }
      }
    }`);
    const { edges } = data["socialHousingProjects"] as { edges: { node: Project }[] };
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) {
      expect(node.administrativeUnit.level).toBe("COMMUNE");
      expect(node.completions.reduce((sum, { apartments }) => sum + apartments, 0)).toBe(
        node.completedApartments,
      );
      for (const { node: application } of node.applications.edges) {
        expect(application.person.socialHousingApplications).toContainEqual({ project: { id: node.id } });
      }
    }
  });

  test("a loan of a project leads to the project", async () => {
    const data = await graph.expectData(`{
      loans(first: 3, filter: { program: "SOCIAL_HOUSING_PACKAGE" }) {
        edges { node { id program { code } project { id name } } }
      }
    }`);
    const { edges } = data["loans"] as {
      edges: { node: { program: { code: string }; project: { name: string } } }[];
    };
    expect(edges).toHaveLength(3);
    for (const { node } of edges) {
      expect(node.program.code).toBe("SOCIAL_HOUSING_PACKAGE");
      expect(node.project.name).not.toBe("");
    }
  });
});
