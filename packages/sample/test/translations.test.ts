import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

const departments = ["households", "housing-projects", "credit-programs", "meritorious-service"];

const rowsOf = (department: string): readonly Record<"language" | "text" | "translation", string>[] =>
  parse(readFileSync(new URL(`../data/translations/${department}.csv`, import.meta.url)), { columns: true });

/** English words that no Vietnamese text has. */
const english = /\b(the|of|and|Decree|Decision|Resolution|Law|sample|household|program|loans?)\b/i;

describe.each(departments)("the translations of %s", (department) => {
  const rows = rowsOf(department);

  test("each text has one, in Unicode's form NFC and without space around it", () => {
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    const wrong = rows.filter(({ translation }) => translation !== translation.normalize("NFC").trim());
    expect(wrong).toEqual([]);
  });

  test("they are in Vietnamese, and name acts as Viet Nam does", () => {
    expect(rows.filter(({ translation }) => english.test(translation))).toEqual([]);
    expect(rows.filter(({ translation }) => /ND-CP|QD-TTg|NQ-HDND|QD-UBDT/.test(translation))).toEqual([]);
  });

  test("numbers of acts, years and days stay", () => {
    const acts = (text: string) => text.match(/\d+\/\d{4}|\d+(?=\/(Q[DĐ]|NQ)-)/g)?.toSorted() ?? [];
    const lost = rows.filter(({ text, translation }) =>
      acts(text).some((act) => !acts(translation).includes(act)),
    );
    expect(lost).toEqual([]);
  });
});
