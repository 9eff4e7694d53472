/** The day before a day, both YYYY-MM-DD. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

export const later = (day: string, other: string): string => (day > other ? day : other);

/** Null is never. */
export const earlier = (day: string | null, other: string): string =>
  day === null || other < day ? other : day;
