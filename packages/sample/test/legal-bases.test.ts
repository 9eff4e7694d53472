import { creditProgramRows } from "@an-sinh/sample/credit-programs/credit-programs";
import { creditTermsRows, preferredRateRows } from "@an-sinh/sample/credit-programs/credit-terms";
import { eligibilityRuleRows } from "@an-sinh/sample/credit-programs/eligibility-rules";
import { packageVolumeRows } from "@an-sinh/sample/credit-programs/package-volumes";
import {
  eligibilityConditionRows,
  incomeCeilingRows,
} from "@an-sinh/sample/housing-projects/income-ceilings";
import { overlapRuleRows } from "@an-sinh/sample/housing-projects/overlap-rules";
import { basePayRows } from "@an-sinh/sample/meritorious-service/base-pays";
import { careNormRows } from "@an-sinh/sample/meritorious-service/care-norms";
import { housingGrantNormRows } from "@an-sinh/sample/meritorious-service/grant-decisions";
import { healthInsuranceNormRows } from "@an-sinh/sample/meritorious-service/health-insurance-norms";
import { responsibleAgencyRows } from "@an-sinh/sample/meritorious-service/responsible-agencies";
import { standardLevelRows } from "@an-sinh/sample/meritorious-service/standard-levels";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { expect, test } from "vitest";
import { unmarkedBases } from "./support/confirmed-bases.js";

interface Row {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: string;
}

/** Rows of law. Of those with the same key, at most one is in force on a day. */
const table = <Kind extends Row>(name: string, rows: Iterable<Kind>, keyOf: (row: Kind) => string) =>
  [name, [...rows].map((row) => ({ ...row, key: keyOf(row) }))] as const;

const tables = [
  table("credit terms", creditTermsRows, ({ programId }) => programId),
  table("preferred rates", preferredRateRows, ({ borrowers }) => borrowers),
  table("credit rules", eligibilityRuleRows, ({ programId, rule }) => `${programId} ${rule}`),
  table("package volumes", packageVolumeRows, () => "the package"),
  table("income ceilings", incomeCeilingRows(), ({ situation }) => situation),
  table("conditions of housing", eligibilityConditionRows(), ({ group, rule }) => `${group} ${rule}`),
  table("overlap rules", overlapRuleRows(), ({ id }) => id),
  table("base pays", basePayRows(), () => "the base pay"),
  table("standard levels", standardLevelRows(), () => "the level"),
  table("care norms", careNormRows(), ({ kind, position }) => `${kind} ${position}`),
  table("health insurance norms", healthInsuranceNormRows(), () => "the premium"),
  table("responsible agencies", responsibleAgencyRows(), () => "the agency"),
];

test.each(tables)("what could not be confirmed of the %s says that it is a sample value", (_, rows) => {
  expect(rows.length).toBeGreaterThan(0);
  expect(unmarkedBases(rows)).toEqual([]);
});

test("so do the programs of credit and the norms of housing grants, which have no days", () => {
  expect(unmarkedBases([...creditProgramRows, ...housingGrantNormRows()])).toEqual([]);
});

test.each(tables)("of the %s no two are in force on one day, and none ends before it begins", (_, rows) => {
  const clashes = rows.filter((row) => {
    const others = rows.filter((other) => other !== row && other.key === row.key);
    const endsEarly = row.validTo !== null && row.validTo < row.validFrom;
    return endsEarly || others.some((other) => isInForce(other, row.validFrom));
  });
  expect(clashes).toEqual([]);
});
