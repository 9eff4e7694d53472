import { expect, test } from "vitest";
import { dialects } from "../../../test/support/department-graph.js";
import { startHousingGraph } from "./support/housing-graph.js";

interface Listed {
  readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const query = `query ($after: String) { socialHousingProjects(orderBy: NAME, first: 10, after: $after) {
  edges { node { id name } } pageInfo { hasNextPage endCursor } } }`;

const words = ["ư", "Đan", "Dan", "dan", "Án", "An", "an", "Ăn", "2"];

/** Two projects of each name, so that the id decides too. */
const projects = [1, 2].flatMap((copy) =>
  words.flatMap((first, row) =>
    words.map((second, column) => ({ id: `${column}-${row}-${copy}`, name: `${first} ${second}` })),
  ),
);

test.each(dialects)(
  "all pages by name together are in Unicode's order for Vietnamese, on %s",
  async (dialect) => {
    const graph = await startHousingGraph({ projects }, dialect);
    const listed: { readonly id: string; readonly name: string }[] = [];
    let after: string | null = null;
    do {
      const { socialHousingProjects: page }: { socialHousingProjects: Listed } = await graph.expectData(
        query,
        {
          after,
        },
      );
      listed.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    await graph.close();
    const { compare } = new Intl.Collator("vi");
    expect(listed).toEqual(projects.toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1)));
  },
);
