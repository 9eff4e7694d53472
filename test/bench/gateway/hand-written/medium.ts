import type { Subgraphs } from "./subgraphs.js";

const pageQuery = `{
  households(first: 50, filter: { administrativeUnit: "24@2025-07-01", class: [POOR] }) {
    edges { node {
      id
      code
      hamlet
      members { fullName birthDate relationshipToHead }
      classification(on: "2025-12-31") { class since }
    } }
  }
}`;

const entities = (selection: string) =>
  `query ($known: [_Any!]!) { entities: _entities(representations: $known) { ... on Household { ${selection} } } }`;

const creditQuery = entities("loans { program { code name } principal outstanding status dueOn }");
const housingQuery = entities("housingSupports { program kind amount decidedOn }");

interface Household {
  readonly id: string;
  readonly code: string;
  readonly hamlet: string | null;
  readonly members: readonly object[];
  readonly classification: object | null;
}

interface Page {
  readonly households: { readonly edges: readonly { readonly node: Household }[] };
}

type Entities<Entity> = { readonly entities: readonly (Entity | null)[] };

/** Asks for the page, then for the loans and the supports at the same time. */
export async function medium(subgraphs: Subgraphs): Promise<object> {
  const page = await subgraphs.households<Page>(pageQuery);
  const { edges } = page.households;
  const variables = { known: edges.map(({ node }) => ({ __typename: "Household", id: node.id })) };
  const [credit, housing] = await Promise.all([
    subgraphs["credit-programs"]<Entities<{ loans: object[] }>>(creditQuery, variables),
    subgraphs["housing-projects"]<Entities<{ housingSupports: object[] }>>(housingQuery, variables),
  ]);
  return {
    data: {
      households: {
        edges: edges.map(({ node: { code, hamlet, members, classification } }, index) => ({
          node: {
            code,
            hamlet,
            members,
            classification,
            loans: credit.entities[index]?.loans ?? null,
            housingSupports: housing.entities[index]?.housingSupports ?? null,
          },
        })),
      },
    },
  };
}
