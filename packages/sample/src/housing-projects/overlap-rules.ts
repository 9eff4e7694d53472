import type { OverlapRuleEntity } from "@an-sinh/housing-projects/support-overlap/overlap-rule.entity";

type Rule = Omit<OverlapRuleEntity, "id" | "validTo">;

/** From when the sample's own rules hold: before any support of the sample. */
const always = "2010-01-01";
/** The day from which the sample grants under Decision 21/2024. */
const since21of2024 = "2024-12-01";

const sampleValue = "Sample value";
const decision21of2024 = "Decision 21/2024/QD-TTg";

/**
 * Who was paid under Decision 22/2013 is excluded by Decision 21/2024. That one of two supports with the
 * same norms is due, and that what charity and the Fund for the Poor give comes on top, are the sample's.
 */
const rules: readonly Rule[] = [
  excluded("DECISION_21_2024"),
  excluded("TEMPORARY_HOUSE_ELIMINATION"),
  excluded("MERITORIOUS_HOUSING"),
  higherOf("TEMPORARY_HOUSE_ELIMINATION", "DECISION_21_2024", since21of2024),
  higherOf("MERITORIOUS_HOUSING", "DECISION_21_2024", since21of2024),
  higherOf("TEMPORARY_HOUSE_ELIMINATION", "MERITORIOUS_HOUSING", always),
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

/** What holds when a household has housing support under two schemes. */
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
    validFrom: since21of2024,
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
    validFrom: always,
  };
}
