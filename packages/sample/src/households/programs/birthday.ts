/** The day on which somebody reaches an age. For somebody who was born on 29 February it is 1 March. */
export function birthdayAt(birthDate: string, age: number): string {
  const day = `${Number(birthDate.slice(0, 4)) + age}${birthDate.slice(4)}`;
  return day.endsWith("-02-29") ? day.replace("02-29", "03-01") : day;
}
