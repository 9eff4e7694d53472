import type { ApplicantGroup } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.enums";
import type { EligibilityConditionEntity } from "@an-sinh/housing-projects/social-housing-eligibility/eligibility-condition.entity";
import type { IncomeCeilingEntity } from "@an-sinh/housing-projects/social-housing-eligibility/income-ceiling.entity";
import type {
  ApplicantSituation,
  SocialHousingRule,
} from "@an-sinh/housing-projects/social-housing-eligibility/social-housing-eligibility.enums";

/** A decree and its ceilings in million dong a month. */
interface Decree {
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly millions: Readonly<Partial<Record<ApplicantSituation, number>>>;
}

/** Single parents have a ceiling of their own since 2025-10-10. */
const decrees: readonly Decree[] = [
  {
    legalBasis: "Decree 100/2024/ND-CP",
    validFrom: "2024-08-01",
    validTo: "2025-10-09",
    millions: { SINGLE: 15, COUPLE: 30 },
  },
  {
    legalBasis: "Decree 261/2025/ND-CP",
    validFrom: "2025-10-10",
    validTo: "2026-04-06",
    millions: { SINGLE: 20, SINGLE_PARENT: 30, COUPLE: 40 },
  },
  {
    legalBasis: "Decree 136/2026/ND-CP",
    validFrom: "2026-04-07",
    validTo: null,
    millions: { SINGLE: 25, SINGLE_PARENT: 35, COUPLE: 50 },
  },
];

const situations = ["SINGLE", "SINGLE_PARENT", "COUPLE"] as const;

/** The income ceilings since the Housing Law of 2023 came into force on 2024-08-01. */
export function* incomeCeilingRows(): Iterable<IncomeCeilingEntity> {
  for (const { millions, ...decree } of decrees) {
    for (const situation of situations) {
      const ceiling = millions[situation];
      if (ceiling !== undefined) yield { situation, ...decree, monthlyIncome: ceiling * 1_000_000 };
    }
  }
}

const forEverybody = ["BELONGS_TO_GROUP", "HOUSING_NEED", "NO_SOCIAL_HOUSING_BEFORE"] as const;

/** The rule about the income of each group. Null: the group has none. */
const incomeRules: Readonly<Record<ApplicantGroup, SocialHousingRule | null>> = {
  MERITORIOUS_PERSON: null,
  RURAL_POOR_OR_NEAR_POOR: null,
  URBAN_POOR_OR_NEAR_POOR: null,
  URBAN_LOW_INCOME: "INCOME_WITHIN_CEILING",
  WORKER: "INCOME_WITHIN_CEILING",
  ARMED_FORCES: "MILITARY_PAY_WITHIN_CEILING",
  PUBLIC_EMPLOYEE: "INCOME_WITHIN_CEILING",
  LAND_RECOVERED: null,
};

/** The conditions of each group since the Housing Law of 2023 came into force on 2024-08-01. */
export function* eligibilityConditionRows(): Iterable<EligibilityConditionEntity> {
  for (const [group, incomeRule] of Object.entries(incomeRules) as [
    ApplicantGroup,
    SocialHousingRule | null,
  ][]) {
    const rules: readonly SocialHousingRule[] = incomeRule ? [...forEverybody, incomeRule] : forEverybody;
    for (const rule of rules) {
      const validity = { validFrom: "2024-08-01", validTo: null };
      yield { group, rule, ...validity, legalBasis: basisOf(rule) };
    }
  }
}

/** The legal basis of the rule alone. Each ceiling names its own decree. */
const basisOf = (rule: SocialHousingRule): string =>
  rule === "BELONGS_TO_GROUP"
    ? "Housing Law 27/2023/QH15"
    : "Housing Law 27/2023/QH15; Decree 100/2024/ND-CP";
