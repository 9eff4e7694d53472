import type { OverlapRuleEntity } from "@an-sinh/housing-projects/support-overlap/overlap-rule.entity";

type Rule = Omit<OverlapRuleEntity, "id" | "validTo">;

/** The first day of the sample's own rules. All supports of the sample are later. */
const beforeAllSupports = "2010-01-01";
/** The first day on which the sample grants under Decision 21/2024. */
const firstDayOfDecision21 = "2024-12-01";

const sampleValue = "Sample value";
const decision21of2024 = "Decision 21/2024/QD-TTg";

/**
 * Decision 21/2024 excludes those who were paid under Decision 22/2013. The other rules are sample values: of two
 * supports from the budget the higher is due, and what donors and the Fund for the Poor give is added.
 */
const rules: readonly Rule[] = [
  excluded("DECISION_21_2024"),
  excluded("TEMPORARY_HOUSE_ELIMINATION"),
  excluded("MERITORIOUS_HOUSING"),
  higherOf("TEMPORARY_HOUSE_ELIMINATION", "DECISION_21_2024", firstDayOfDecision21),
  higherOf("MERITORIOUS_HOUSING", "DECISION_21_2024", firstDayOfDecision21),
  higherOf("TEMPORARY_HOUSE_ELIMINATION", "MERITORIOUS_HOUSING", beforeAllSupports),
  ...["GREAT_SOLIDARITY", "PARTY_COMMITTEE_HOUSE", "SOCIALIZED_HOUSING"].flatMap((given, index, all) =>
    [
      "TEMPORARY_HOUSE_ELIMINATION",
      "MERITORIOUS_HOUSING",
      "DECISION_22_2013",
      "DECISION_21_2024",
      ...all.slice(index + 1),
    ].map((other) => stacked(given, other)),
  ),
];

/** The rules for a household with housing support under two schemes. */
export function* overlapRuleRows(): Iterable<OverlapRuleEntity> {
  for (const [index, rule] of rules.entries()) {
    yield { id: `overlap-${String(index + 1).padStart(3, "0")}`, ...rule, validTo: null };
  }
}

function excluded(secondScheme: string): Rule {
  return {
    firstScheme: "DECISION_22_2013",
    secondScheme,
    verdict: "EXCLUDE",
    legalBasis: decision21of2024,
    explanation: "Whoever was paid under Decision 22/2013 is not due another support for the house.",
    validFrom: firstDayOfDecision21,
  };
}

function higherOf(firstScheme: string, secondScheme: string, validFrom: string): Rule {
  return {
    firstScheme,
    secondScheme,
    verdict: "HIGHER_OF",
    legalBasis: sampleValue,
    explanation: "Both are budget support for the same house: the higher of the two is due.",
    validFrom,
  };
}

function stacked(firstScheme: string, secondScheme: string): Rule {
  return {
    firstScheme,
    secondScheme,
    verdict: "STACK",
    legalBasis: sampleValue,
    explanation: "What donors and the Fund for the Poor give comes on top of any other support.",
    validFrom: beforeAllSupports,
  };
}
