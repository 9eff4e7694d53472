import { percent } from "@an-sinh/subgraph-kit/shares";
import { createPopulation } from "@an-sinh/sample/population/create-population";
import { povertyPlan } from "@an-sinh/sample/population/poverty-plan";
import { registerYears, type Population, type RegisterYear } from "@an-sinh/sample/population/population";
import { describe, expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

const population = samplePopulation;
const { households } = population;
const plans = povertyPlan.flatMap((province) => [province, ...province.districts]);

function planOf(code: string, year: RegisterYear) {
  const plan = plans.find((unit) => unit.code === code)?.years[year];
  if (!plan) throw new Error(`Expected a plan of ${code}.`);
  return plan;
}

function countIn(from: Population, code: string, year: RegisterYear) {
  const lies = (locality: { formerDistrictCode: string; formerProvinceCode: string }) =>
    locality.formerProvinceCode === code || locality.formerDistrictCode === code;
  const register = from.households.filter(({ locality }) => lies(locality));
  const totals = from.householdTotals.filter(({ locality }) => lies(locality));
  return {
    poor: register.filter(({ classAt }) => classAt[year] === "POOR").length,
    nearPoor: register.filter(({ classAt }) => classAt[year] === "NEAR_POOR").length,
    households: totals.reduce((sum, total) => sum + (total.households[registerYears.indexOf(year)] ?? 0), 0),
  };
}

describe("the plan", () => {
  test.each([
    ["F53", "01", 2022, "poor", 0.095],
    ["F55", "01", 2023, "poor", 0.03],
    ["F58", "01", 2024, "nearPoor", 0.43],
    ["F64", "271", 2024, "nearPoor", 1.27],
    ["F69", "016", 2024, "nearPoor", 0.5],
    ["F02", "27", 2023, "poor", 0.94],
    ["F51", "22", 2024, "poor", 0.03],
    ["F35", "25", 2023, "poor", 1.5],
    ["F35", "25", 2024, "poor", 0.9],
    ["F36", "25", 2023, "nearPoor", 1.3],
    ["F36", "25", 2024, "nearPoor", 1],
    ["F39", "240", 2021, "poor", 8.5],
    ["F39", "240", 2022, "poor", 6.8],
    ["F39", "240", 2023, "poor", 5.1],
    ["F39", "240", 2024, "poor", 3.4],
  ] as const)("gives the published share %s", (_, code, year, kind, share) => {
    const plan = planOf(code, year);
    expect(percent(plan[kind], plan.households)).toBe(share);
  });

  test.each([
    ["01", 2021, "nearPoor", 30_176],
    ["01", 2022, "nearPoor", 22_263],
    ["22", 2022, "poor", 258],
    ["27", 2024, "poor", 0],
    ["27", 2025, "poor", 0],
  ] as const)("gives unit %s at the end of %d the published number of %s", (code, year, kind, published) => {
    expect(planOf(code, year)[kind]).toBe(published);
  });

  test("gives the merged Bac Ninh 0.56 % at the end of 2025 (F13)", () => {
    const [old, bacGiang] = [planOf("27", 2025), planOf("24", 2025)];
    expect(percent(old.poor + bacGiang.poor, old.households + bacGiang.households)).toBe(0.56);
  });

  test("gives Ha Noi the published falls (F52, F54)", () => {
    const poor = registerYears.map((year) => planOf("01", year).poor);
    expect(poor.slice(0, 4)).toEqual([2128 + 1582, 2128, 2128 - 1456, 0]);
  });
});

describe("the population", () => {
  test.each(plans.map(({ code }) => code))("has in unit %s what the plan says, every year", (code) => {
    for (const year of registerYears) {
      expect(countIn(population, code, year)).toEqual(planOf(code, year));
    }
  });

  test("is the same for the same seed, and another for another", () => {
    const [again, other] = [createPopulation(), createPopulation({ seed: 7 })];
    expect(again.households[4321]?.members).toEqual(households[4321]?.members);
    expect(other.households[4321]?.members).not.toEqual(households[4321]?.members);
  });

  test("at scale 2 has everything twice on the same land", () => {
    const double = createPopulation({ scale: 2 });
    const once = planOf("271", 2021);
    const twice = { poor: 2 * once.poor, nearPoor: 2 * once.nearPoor, households: 2 * once.households };
    expect(countIn(double, "271", 2021)).toEqual(twice);
    expect(double.localities).toEqual(population.localities);
  });

  test.each([0, 1.5, 21])("cannot be made at scale %d", (scale) => {
    expect(() => createPopulation({ scale })).toThrow(`Expected a scale from 1 to 20, but got: ${scale}`);
  });

  test("has households of one to seven members, a living head first", () => {
    const odd = households.filter(({ headId, members }) => {
      const [head, ...others] = members;
      const isHeaded = head?.relationship === "HEAD" && head.isAlive && head.id === headId;
      return !isHeaded || others.length > 6 || others.some(({ relationship }) => relationship === "HEAD");
    });
    expect(odd).toEqual([]);
  });

  test("gives every person an identification number of its own, in the form of Decree 137/2015", () => {
    const numbers = new Set<string>();
    let persons = 0;
    const malformed = households.flatMap(({ members, locality }) =>
      members.filter(({ identificationNumber, sex, birthDate }) => {
        numbers.add(identificationNumber);
        persons++;
        const century = (birthDate < "2000" ? 0 : 2) + (sex === "FEMALE" ? 1 : 0);
        const start = `0${locality.formerProvinceCode}${century}${birthDate.slice(2, 4)}`;
        return !identificationNumber.startsWith(start) || !/^\d{12}$/.test(identificationNumber);
      }),
    );
    expect(malformed).toEqual([]);
    expect(numbers.size).toBe(persons);
  });

  test("has Vietnamese names: family name first, composed Unicode, no other alphabet", () => {
    const names = households.slice(0, 5000).flatMap(({ members }) => members.map(({ fullName }) => fullName));
    const odd = names.filter(
      (name) => !/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*){1,4}$/u.test(name) || name !== name.normalize("NFC"),
    );
    expect(odd).toEqual([]);
    expect(names.filter((name) => name.startsWith("Nguyễn ")).length / names.length).toBeGreaterThan(0.2);
  });

  test("has children younger than the head by 18 years or more", () => {
    const years = (day: string) => Number(day.slice(0, 4));
    const odd = households.slice(0, 20_000).flatMap(({ members }) => {
      const head = members[0];
      const children = members.filter(({ relationship }) => relationship === "CHILD");
      return children.filter((child) => !head || years(child.birthDate) - years(head.birthDate) < 18);
    });
    expect(odd).toEqual([]);
  });

  test("counts no household as newly escaped for more than three years in a row", () => {
    const trajectories = new Set(households.map(({ classAt }) => classAt));
    const tooLong = [...trajectories].filter((classAt) =>
      registerYears
        .map((year) => classAt[year] ?? "-")
        .join()
        .includes("NEWLY_ESCAPED,".repeat(3) + "NEWLY_ESCAPED"),
    );
    expect(tooLong).toEqual([]);
  });
});
