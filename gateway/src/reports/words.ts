/** The words of a name in code, as a title: "paidInTimePercent" is "Paid in time percent", and so is a name in capitals. */
export function wordsOf(name: string): string {
  const words = name
    .replaceAll("_", " ")
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1 $2")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
