import { expect, test } from "vitest";
import { answeredAndCounted, ofUnits, type CountedPart } from "../support/counted.js";

interface Support {
  readonly program: string;
  readonly kind: string;
  readonly houses: number;
  readonly amount: number;
  readonly housesDuringYear: number;
  readonly amountDuringYear: number;
  readonly sources: readonly {
    readonly source: string;
    readonly amount: number;
    readonly amountDuringYear: number;
  }[];
}

interface Statistics {
  readonly socialHousingProjects: number;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
  readonly plannedCapacityPeople: number;
  readonly completedApartments: number;
  readonly completedDuringYear: number;
  readonly landReservedHectares: number;
  readonly supports: readonly Support[];
}

const selection = `socialHousingProjects landAreaHectares plannedApartments plannedCapacityPeople completedApartments
  completedDuringYear landReservedHectares supports { program kind houses amount housesDuringYear amountDuringYear
    sources { source amount amountDuringYear } }`;

/** A sum of what counts by the end of the year, and of what counts in the year alone. */
const both = (amount: string) =>
  `SUM(${amount}) AS total, SUM(CASE WHEN completed_on >= :from THEN ${amount} ELSE 0 END) AS during_year`;

const parts: readonly CountedPart<Statistics>[] = [
  {
    answered: ({ socialHousingProjects, landAreaHectares, plannedApartments, plannedCapacityPeople }) => [
      { socialHousingProjects, landAreaHectares, plannedApartments, plannedCapacityPeople },
    ],
    sql: `SELECT unit_id, COUNT(*) AS projects, ROUND(SUM(land_area_hectares), 2) AS land,
      SUM(planned_apartments) AS apartments, SUM(planned_capacity_people) AS people
      ${ofUnits("social_housing_project")} WHERE approved_on <= :to GROUP BY unit_id`,
  },
  {
    answered: ({ completedApartments, completedDuringYear }) => [
      { completedApartments, completedDuringYear },
    ],
    sql: `SELECT unit_id, ${both("apartments")} ${ofUnits("social_housing_project")}
      JOIN apartment_completion ON project_id = social_housing_project.id WHERE completed_on <= :to GROUP BY unit_id`,
  },
  {
    answered: ({ landReservedHectares }) => [{ landReservedHectares }],
    sql: `SELECT unit_id, ROUND(SUM(hectares), 2) AS hectares ${ofUnits("land_reservation")} WHERE reserved_on <= :to GROUP BY unit_id`,
  },
  {
    answered: ({ supports }) =>
      supports.map(({ program, kind, ...sums }) => ({
        program,
        kind,
        houses: sums.houses,
        housesDuringYear: sums.housesDuringYear,
        amount: sums.amount,
        amountDuringYear: sums.amountDuringYear,
      })),
    sql: `SELECT unit_id, program, kind, COUNT(*) AS houses,
      COUNT(CASE WHEN completed_on >= :from THEN 1 END) AS houses_during_year, ${both("amount")}
      ${ofUnits("housing_support")} WHERE completed_on <= :to GROUP BY unit_id, program, kind`,
  },
  {
    answered: ({ supports }) =>
      supports.flatMap(({ program, kind, sources }) =>
        sources.map(({ source, amount, amountDuringYear }) => ({
          program,
          kind,
          source,
          amount,
          amountDuringYear,
        })),
      ),
    sql: `SELECT unit_id, program, kind, source, ${both("funding_share.amount")} ${ofUnits("housing_support")}
      JOIN funding_share ON support_id = housing_support.id WHERE completed_on <= :to GROUP BY unit_id, program, kind, source`,
  },
];

test.runIf(process.env["TEST_TOPOLOGY"] === "embedded")(
  "statistics of housing are what its projects, phases, land, supports and their sources give",
  async () => {
    const statistic = { department: "housing-projects", field: "housing", selection, parts };
    const { answered, counted } = await answeredAndCounted(statistic);
    expect(answered.flat().length).toBeGreaterThan(100);
    expect(answered).toEqual(counted);
  },
);
