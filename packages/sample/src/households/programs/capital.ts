import type { CapitalSource } from "@an-sinh/households/program-capital/capital-source";
import type { CapitalYearEntity } from "@an-sinh/households/program-capital/capital-year.entity";
import type { NationalProgramEntity } from "@an-sinh/households/program-capital/national-program.entity";
import type {
  ComponentProjectEntity,
  SubProjectEntity,
} from "@an-sinh/households/program-capital/program-projects.entity";
import { quangNinhId } from "../../administrative-units/named-units.js";
import { million } from "../../population/amounts.js";
import { apportion } from "../../population/apportion.js";

export const nationalPrograms: readonly NationalProgramEntity[] = [
  {
    code: "SUSTAINABLE_POVERTY_REDUCTION",
    name: "National Target Program on Sustainable Poverty Reduction",
    fromYear: 2021,
    toYear: 2025,
    legalBasis:
      "As reported by Quang Ninh: the sums, the number of projects and the three tasks; the names of sub-projects and all shares are sample values",
  },
];

/**
 * F45, F46: 3 component projects with 8 sub-projects. The component projects are the tasks that Quang Ninh named. The
 * number is the weight of a sub-project's part of the capital.
 */
const projects = [
  {
    name: "Production and livelihoods",
    parts: [
      ["Diversified livelihoods and poverty reduction models", 22],
      ["Support for production in agriculture and forestry", 17],
      ["Vocational education and sustainable employment", 15],
      ["Workers going abroad under contract", 7],
    ],
  },
  {
    name: "Essential infrastructure",
    parts: [
      ["Infrastructure of disadvantaged communes and villages", 21],
      ["Upkeep of infrastructure after investment", 6],
    ],
  },
  {
    name: "Capacity, communication and monitoring",
    parts: [
      ["Capacity building and communication", 7],
      ["Monitoring and evaluation", 5],
    ],
  },
] as const;

export const componentProjects: readonly ComponentProjectEntity[] = projects.map(({ name }, index) => ({
  id: `cp-${index + 1}`,
  programCode: "SUSTAINABLE_POVERTY_REDUCTION",
  number: index + 1,
  name,
}));

const parts = projects.flatMap((project, index) =>
  project.parts.map(([name, weight], part) => ({ project: index + 1, number: part + 1, name, weight })),
);

export const subProjects: readonly SubProjectEntity[] = parts.map(({ project, number, name }) => ({
  id: `sp-${project}-${number}`,
  componentProjectId: `cp-${project}`,
  number,
  name,
}));

/** F43, F44: Quang Ninh, 2021 to 2025: more than 524 billion dong, 362 billion of them central. Here in million dong. */
const sources: readonly (readonly [CapitalSource, number])[] = [
  ["CENTRAL_BUDGET", 362_000],
  ["PROVINCIAL_BUDGET", 118_600],
  ["LOCAL_BUDGET", 31_200],
  ["OTHER", 12_700],
];

/** Sample values for 2021 to 2025: the weight of each year, and which share of its capital was disbursed. */
const yearWeights = [12, 18, 23, 25, 22];
const disbursedShare = [0.99, 0.97, 0.96, 0.94, 0.91];

export function* capitalRows(): Iterable<CapitalYearEntity> {
  for (const [source, total] of sources) {
    const bySubProject = apportion(
      total,
      parts.map(({ weight }) => weight),
    );
    for (const [index, { id }] of subProjects.entries()) {
      for (const [year, amount] of apportion(bySubProject[index] ?? 0, yearWeights).entries()) {
        const disbursed = Math.floor(amount * (disbursedShare[year] ?? 1));
        const key = { unitId: quangNinhId, year: 2021 + year, subProjectId: id, source };
        yield { ...key, allocated: amount * million, disbursed: disbursed * million };
      }
    }
  }
}
