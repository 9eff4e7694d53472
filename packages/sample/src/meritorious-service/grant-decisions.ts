import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type { HousingGrantNormEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant-norm.entity";
import { million } from "../population/amounts.js";

/** A decision under which housing grants are paid. */
interface GrantDecision {
  readonly legalBasisCode: DecisionCode;
  readonly legalBasis: string;
  /** The first and the last day of the sample's grants under it. */
  readonly granted: readonly [first: string, last: string];
}

export type DecisionCode = "DECISION_22_2013" | "DECISION_21_2024";

export const grantDecisions: Readonly<Record<DecisionCode, GrantDecision>> = {
  DECISION_22_2013: {
    legalBasisCode: "DECISION_22_2013",
    legalBasis: "Decision 22/2013/QD-TTg",
    granted: ["2014-03-01", "2020-11-30"],
  },
  DECISION_21_2024: {
    legalBasisCode: "DECISION_21_2024",
    legalBasis: "Decision 21/2024/QD-TTg",
    granted: ["2024-12-01", "2025-11-30"],
  },
};

/**
 * By position. The norms of Decision 21/2024 are on record. Those of Decision 22/2013 are sample values, and say so.
 */
const norms: readonly HousingGrantNormEntity[] = [
  norm("DECISION_22_2013", "NEW_BUILD", 40, "Decision 22/2013/QD-TTg (sample value)"),
  norm("DECISION_22_2013", "REPAIR", 20, "Decision 22/2013/QD-TTg (sample value)"),
  norm("DECISION_21_2024", "NEW_BUILD", 60, "Decision 21/2024/QD-TTg"),
  norm("DECISION_21_2024", "REPAIR", 30, "Decision 21/2024/QD-TTg"),
].map((row, index) => ({ ...row, position: index + 1 }));

/** New objects, because whoever stores them may change them. */
export function* housingGrantNormRows(): Iterable<HousingGrantNormEntity> {
  for (const row of norms) yield { ...row };
}

/** The amount of a grant in dong. */
export function grantNorm(code: DecisionCode, kind: ConstructionKind): number {
  const found = norms.find((row) => row.legalBasisCode === code && row.kind === kind);
  if (found) return found.amount;
  throw new RangeError(`Expected a kind of work that ${code} pays for, but got: ${kind}`);
}

function norm(
  legalBasisCode: DecisionCode,
  kind: ConstructionKind,
  millions: number,
  legalBasis: string,
): Omit<HousingGrantNormEntity, "position"> {
  return { legalBasisCode, kind, amount: millions * million, legalBasis };
}
