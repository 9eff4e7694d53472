import { housingSupportRows } from "@an-sinh/sample/housing-projects/supports";
import { allowanceRows } from "@an-sinh/sample/meritorious-service/allowances";
import { careBenefitRows } from "@an-sinh/sample/meritorious-service/care-benefits";
import { healthInsuranceCardRows } from "@an-sinh/sample/meritorious-service/health-insurance-cards";
import { housingGrantRows } from "@an-sinh/sample/meritorious-service/housing-grants";
import { paymentRows } from "@an-sinh/sample/meritorious-service/payments";
import { recognize } from "@an-sinh/sample/meritorious-people/recognitions";
import { expect, test } from "vitest";
import { unmarkedBases } from "./support/confirmed-bases.js";
import { samplePopulation } from "./support/sample-population.js";

const recognitions = recognize(samplePopulation);
const records = new Map(recognitions.map(({ record }) => [record.id, record]));
const grants = [...housingGrantRows(samplePopulation)];

test("a family is granted a house once, for a living member recognized before, where it lives", () => {
  expect(new Set(grants.map(({ householdId }) => householdId)).size).toBe(grants.length);
  const wrong = grants.filter((grant) => {
    const record = records.get(grant.recordId);
    const isOfTheRecord = record?.personId === grant.personId && record.localityId === grant.localityId;
    return !isOfTheRecord || record.endedOn !== null || record.recognizedOn >= grant.grantedOn;
  });
  expect(wrong).toEqual([]);
});

test("a grant falls into the time of its decision, and its work ends after it", () => {
  const years = (code: string) =>
    new Set(
      grants.filter((grant) => grant.legalBasisCode === code).map(({ grantedOn }) => grantedOn.slice(0, 4)),
    );
  expect([...years("DECISION_22_2013")].toSorted()).toEqual([
    "2014",
    "2015",
    "2016",
    "2017",
    "2018",
    "2019",
    "2020",
  ]);
  expect([...years("DECISION_21_2024")].toSorted()).toEqual(["2024", "2025"]);
  const backwards = grants.filter(
    ({ grantedOn, completedOn }) => completedOn !== null && completedOn <= grantedOn,
  );
  expect(backwards).toEqual([]);
});

test("dozens of families have a grant under either decision and a support of the same program", () => {
  const codes = new Map(grants.map(({ householdId, legalBasisCode }) => [householdId, legalBasisCode]));
  const overlaps = new Map<string, number>();
  for (const { householdId, program } of housingSupportRows(samplePopulation)) {
    const key = `${program} ${codes.get(householdId) ?? "NO_GRANT"}`;
    overlaps.set(key, (overlaps.get(key) ?? 0) + 1);
  }
  for (const program of ["MERITORIOUS_HOUSING", "TEMPORARY_HOUSE_ELIMINATION", "GREAT_SOLIDARITY"]) {
    expect(overlaps.get(`${program} DECISION_22_2013`)).toBeGreaterThan(24);
    expect(overlaps.get(`${program} DECISION_21_2024`)).toBeGreaterThan(24);
  }
});

test("whoever was given convalescence or a gift could draw that amount on the first day", () => {
  const due = new Set(
    [...allowanceRows(recognitions)]
      .filter(({ oneOffAmount }) => oneOffAmount !== null)
      .map(({ recordId, kind, validFrom, oneOffAmount }) =>
        [recordId, kind, validFrom.slice(0, 4), oneOffAmount].join(" "),
      ),
  );
  const drawn = [...careBenefitRows(recognitions)].filter(({ kind }) => /^(GIFT|CONVALESCENCE)/.test(kind));
  const undue = drawn.filter(({ recordId, kind, year, amount }) => {
    const allowance = kind.startsWith("GIFT") ? "GIFT" : "CONVALESCENCE";
    return !due.has([recordId, allowance, year, amount].join(" "));
  });
  expect(drawn.length).toBeGreaterThan(10_000);
  expect(undue).toEqual([]);
});

test("nobody is insured from a day on which the record has ended or not begun", () => {
  const wrong = [...healthInsuranceCardRows(recognitions)].filter(({ recordId, validFrom, validTo }) => {
    const record = records.get(recordId);
    const hasEnded = typeof record?.endedOn === "string" && record.endedOn <= validFrom;
    return !record || hasEnded || record.recognizedOn > validFrom || validTo < validFrom;
  });
  expect(wrong).toEqual([]);
});

test("a funeral benefit is given for the dead alone, after their death", () => {
  const funerals = [...careBenefitRows(recognitions)].filter(({ kind }) => kind === "FUNERAL_BENEFIT");
  const wrong = funerals.filter(({ recordId, paidOn }) => {
    const record = records.get(recordId);
    return record?.status !== "DECEASED" || (record.endedOn ?? "9999") >= paidOn;
  });
  expect(funerals.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test("the gift is 600,000 dong for heroes, mothers, early revolutionaries and the severely injured, else 300,000", () => {
  const byRecord = new Map(recognitions.map((recognition) => [recognition.record.id, recognition]));
  const isHigher = (recordId: string) => {
    const { code = "RELATIVE", record } = byRecord.get(recordId) ?? {};
    return /HERO|1945/.test(code) || (record?.injuryRatePercent ?? 0) >= 81;
  };
  const gifts = [...careBenefitRows(recognitions)].filter(({ kind }) => kind.startsWith("GIFT"));
  const wrong = gifts.filter(({ recordId, amount }) => amount !== (isHigher(recordId) ? 600_000 : 300_000));
  expect(new Set(gifts.map(({ amount }) => amount))).toEqual(new Set([300_000, 600_000]));
  expect(wrong).toEqual([]);
});

test("an insurance card costs 4.5 % of the base pay of each month that it covers", () => {
  const wrong = [...healthInsuranceCardRows(recognitions)].filter(({ year, validFrom, premium }) => {
    const months = 13 - Number(validFrom.slice(5, 7));
    // Until June 2024 the base pay was 1,800,000 dong, since then 2,340,000.
    const before = year === 2024 ? Math.max(0, months - 6) : 0;
    return premium !== before * 81_000 + (months - before) * 105_300;
  });
  expect(wrong).toEqual([]);
});

test("a funeral benefit is ten times the base pay of the day of death", () => {
  const basePay = (day: string) =>
    day < "2023-07-01" ? 1_490_000 : day < "2024-07-01" ? 1_800_000 : 2_340_000;
  const funerals = [...careBenefitRows(recognitions)].filter(({ kind }) => kind === "FUNERAL_BENEFIT");
  const wrong = funerals.filter(
    ({ recordId, amount }) => amount !== 10 * basePay(records.get(recordId)?.endedOn ?? ""),
  );
  expect(new Set(funerals.map(({ amount }) => amount)).size).toBe(3);
  expect(wrong).toEqual([]);
});

test("what was paid since the standard level of July 2023 is in thousands of dong", () => {
  const given = [...careBenefitRows(recognitions)].filter(({ paidOn }) => paidOn >= "2024-01-01");
  const paid = [...paymentRows(recognitions), ...given];
  expect(paid.filter(({ amount }) => amount % 1_000 !== 0)).toEqual([]);
});

test("a coefficient that could not be confirmed says that it is a sample value", () => {
  expect(unmarkedBases(allowanceRows(recognitions))).toEqual([]);
  expect(unmarkedBases(careBenefitRows(recognitions))).toEqual([]);
});
