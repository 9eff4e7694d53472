import type { Subgraphs } from "./subgraphs.js";

const unitQuery = `{
  administrativeUnit(code: "24", on: "2025-12-31") {
    id
    name
    poverty(year: 2025) { households poor nearPoor povertyRatePercent }
  }
}`;

const entities = (selection: string) =>
  `query ($known: [_Any!]!) { entities: _entities(representations: $known) { ... on AdministrativeUnit { ${selection} } } }`;

const housingQuery = entities(
  "housing(year: 2025) { socialHousingProjects completedApartments supports { program kind houses amount } }",
);
const creditQuery = entities(
  "credit(year: 2025) { borrowingHouseholds disbursed outstanding overdueRatePercent }",
);
const meritoriousQuery = entities("meritorious(year: 2025) { beneficiaries paid paidCashlessPercent }");

interface Unit {
  readonly administrativeUnit: { readonly id: string; readonly name: string; readonly poverty: object };
}

type Entities<Entity> = { readonly entities: readonly [Entity] };

/** Asks the departments that know the unit by its id at the same time. */
export async function small(subgraphs: Subgraphs): Promise<object> {
  const { administrativeUnit } = await subgraphs.households<Unit>(unitQuery);
  const { id, name, poverty } = administrativeUnit;
  const variables = { known: [{ __typename: "AdministrativeUnit", id }] };
  const [housing, credit, meritorious] = await Promise.all([
    subgraphs["housing-projects"]<Entities<{ housing: object }>>(housingQuery, variables),
    subgraphs["credit-programs"]<Entities<{ credit: object }>>(creditQuery, variables),
    subgraphs["meritorious-service"]<Entities<{ meritorious: object }>>(meritoriousQuery, variables),
  ]);
  return {
    data: {
      administrativeUnit: {
        name,
        poverty,
        housing: housing.entities[0].housing,
        credit: credit.entities[0].credit,
        meritorious: meritorious.entities[0].meritorious,
      },
    },
  };
}
