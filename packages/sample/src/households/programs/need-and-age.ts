import type { SampleHousehold } from "../../population/population.js";

/** The day on which somebody reaches an age; of 29 February, 1 March. */
export function birthdayAt(birthDate: string, age: number): string {
  const day = `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
  return day.endsWith("-02-29") ? day.replace("02-29", "03-01") : day;
}

/** Poor or near-poor at the end of a year or of the year before. */
export function isNeedyIn({ classAt }: SampleHousehold, year: number): boolean {
  const classes: Readonly<Record<number, string | undefined>> = classAt;
  return isPoorOrNear(classes[year - 1]) || isPoorOrNear(classes[year]);
}

export const isPoorOrNear = (kind: string | undefined): boolean => kind === "POOR" || kind === "NEAR_POOR";
