import { expect, test } from "vitest";
import { answeredAndCounted, ofUnits, type CountedPart } from "../support/counted.js";

interface Statistics {
  readonly beneficiaries: number;
  readonly categories: readonly {
    readonly category: { readonly code: string };
    readonly beneficiaries: number;
    readonly recognized: number;
    readonly paid: number;
  }[];
  readonly payments: readonly {
    readonly channel: string;
    readonly payments: number;
    readonly amount: number;
  }[];
  readonly careBenefits: readonly {
    readonly kind: string;
    readonly benefits: number;
    readonly amount: number;
  }[];
  readonly healthInsurance: { readonly cards: number; readonly premiums: number };
  readonly housingGrants: readonly {
    readonly legalBasisCode: string;
    readonly kind: string;
    readonly grants: number;
    readonly amount: number;
  }[];
}

const selection = `beneficiaries categories { category { code } beneficiaries recognized paid }
  payments { channel payments amount } careBenefits { kind benefits amount } healthInsurance { cards premiums }
  housingGrants { legalBasisCode kind grants amount }`;

const parts: readonly CountedPart<Statistics>[] = [
  {
    answered: ({ categories }) =>
      categories.map(({ category: { code }, recognized, beneficiaries }) => ({
        code,
        recognized,
        beneficiaries,
      })),
    sql: `SELECT unit_id, meritorious_category.code, COUNT(*) AS recognized,
      COUNT(CASE WHEN ended_on IS NULL OR ended_on > :to THEN 1 END) AS in_force
      ${ofUnits("meritorious_record")} JOIN meritorious_category ON meritorious_category.id = category_id
      WHERE recognized_on <= :to GROUP BY unit_id, meritorious_category.code`,
  },
  {
    answered: ({ categories }) => categories.map(({ category: { code }, paid }) => ({ code, paid })),
    sql: `SELECT unit_id, meritorious_category.code, SUM(amount) AS amount
      ${ofUnits("payment")} JOIN meritorious_category ON meritorious_category.id = category_id
      WHERE month BETWEEN :from AND :to GROUP BY unit_id, meritorious_category.code`,
  },
  {
    answered: ({ payments }) =>
      payments.map(({ channel, payments: count, amount }) => ({ channel, count, amount })),
    sql: `SELECT unit_id, channel, COUNT(*) AS count, SUM(amount) AS amount ${ofUnits("payment")}
      WHERE month BETWEEN :from AND :to GROUP BY unit_id, channel`,
  },
  {
    answered: ({ careBenefits }) =>
      careBenefits.map(({ kind, benefits, amount }) => ({ kind, benefits, amount })),
    sql: `SELECT unit_id, kind, COUNT(*) AS count, SUM(amount) AS amount ${ofUnits("care_benefit")}
      WHERE paid_on BETWEEN :from AND :to GROUP BY unit_id, kind`,
  },
  {
    answered: ({ healthInsurance: { cards, premiums } }) => [{ cards, premiums }],
    sql: `SELECT unit_id, COUNT(*) AS count, SUM(premium) AS amount ${ofUnits("health_insurance_card")}
      WHERE valid_from BETWEEN :from AND :to GROUP BY unit_id`,
  },
  {
    answered: ({ housingGrants }) =>
      housingGrants.map(({ legalBasisCode, kind, grants, amount }) => ({
        legalBasisCode,
        kind,
        grants,
        amount,
      })),
    sql: `SELECT unit_id, legal_basis_code, kind, COUNT(*) AS count, SUM(amount) AS amount ${ofUnits("housing_grant")}
      WHERE granted_on BETWEEN :from AND :to GROUP BY unit_id, legal_basis_code, kind`,
  },
];

test.runIf(process.env["TEST_TOPOLOGY"] === "embedded")(
  "statistics of meritorious people are what their records, payments, benefits, cards and grants give",
  async () => {
    const statistic = { department: "meritorious-service", field: "meritorious", selection, parts };
    const { answered, counted } = await answeredAndCounted(statistic);
    expect(answered.flat().length).toBeGreaterThan(100);
    expect(answered).toEqual(counted);
  },
);
