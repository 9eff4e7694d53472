import { paymentRows } from "@an-sinh/sample/meritorious-service/payments";
import { recognize, type Recognition } from "@an-sinh/sample/meritorious-people/recognitions";
import type { SampleHousehold, SamplePerson } from "@an-sinh/sample/population/population";
import { beforeAll, expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

let recognitions: readonly Recognition[] = [];
const people = new Map<string, { person: SamplePerson; household: SampleHousehold }>();

beforeAll(() => {
  recognitions = recognize(samplePopulation);
  const families = new Set(recognitions.map(({ householdId }) => householdId));
  for (const household of samplePopulation.households) {
    if (!families.has(household.id)) continue;
    for (const person of household.members) people.set(person.id, { person, household });
  }
});

const memberOf = ({ record }: Recognition) => people.get(record.personId);

test("a record stands where its person's household lives", () => {
  const strays = recognitions.filter((one) => memberOf(one)?.household.locality.id !== one.record.localityId);
  expect(strays).toEqual([]);
});

test("nobody has two records", () => {
  expect(new Set(recognitions.map(({ record }) => record.personId)).size).toBe(recognitions.length);
});

test("only the dead have records of the dead, and a record ends after it begins", () => {
  const wrong = recognitions.filter((one) => {
    const { status, recognizedOn, endedOn } = one.record;
    const isAlive = memberOf(one)?.person.isAlive;
    return isAlive === (status === "DECEASED") || (endedOn !== null && endedOn < recognizedOn);
  });
  expect(wrong).toEqual([]);
});

test("a relative is recognized after the one in the same household whose relative they are", () => {
  const byId = new Map(recognitions.map((one) => [one.record.id, one]));
  const relatives = recognitions.filter(({ code }) => code === "RELATIVE");
  const wrong = relatives.filter(({ record, householdId }) => {
    const other = byId.get(record.relativeOfId ?? "");
    return other?.householdId !== householdId || other.record.recognizedOn >= record.recognizedOn;
  });
  expect(relatives.length).toBeGreaterThan(1_000);
  expect(wrong).toEqual([]);
});

test("hundreds of poor and near-poor households have a meritorious member", () => {
  const poor = recognitions.filter(
    (one) => memberOf(one)?.household.classAt[2025]?.endsWith("POOR") === true,
  );
  expect(new Set(poor.map(({ householdId }) => householdId)).size).toBeGreaterThan(300);
});

test("nobody is paid for a month that begins after the record has ended", () => {
  const ends = new Map(recognitions.map(({ record }) => [record.id, record.endedOn]));
  const late = [...paymentRows(recognitions)].filter(({ recordId, month }) => {
    const endedOn = ends.get(recordId);
    return typeof endedOn === "string" && endedOn <= month;
  });
  expect(late).toEqual([]);
});
