/** Days are texts, YYYY-MM-DD: they sort as they are, and have no time zone. */
type Day = string;

const millisecondsPerDay = 86_400_000;

/** The day that many days later; earlier for a negative number. */
export const addDays = (day: Day, days: number): Day => toDay(Date.parse(day) + days * millisecondsPerDay);

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) + months;
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1, Math.min(Number(day.slice(8)), lastDate)));
}

export const firstOfNextMonth = (day: Day): Day => addMonths(`${day.slice(0, 7)}-01`, 1);

/** How many days later the second is than the first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

export const later = (a: Day, b: Day): Day => (a > b ? a : b);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);
