/**
 * What was found in a legal source or reported from one. A row with another legal basis was made up, at least in part,
 * and says "sample value" in it. Whoever adds a row decides here which of the two it is.
 */
const confirmed: ReadonlySet<string> = new Set([
  "Decree 78/2002/ND-CP",
  "Decision 15/2013/QD-TTg",
  "Decision 28/2015/QD-TTg",
  "Decision 157/2007/QD-TTg",
  "Decision 10/2024/QD-TTg",
  "Decision 18/2014/QD-TTg; since 2024-09-02 Decision 10/2024/QD-TTg",
  "Decree 74/2019/ND-CP",
  "Decree 338/2025/ND-CP",
  "Decree 74/2019/ND-CP; since 2026-01-01 Decree 338/2025/ND-CP",
  "Decree 100/2024/ND-CP",
  "Decree 261/2025/ND-CP",
  "Decree 100/2024/ND-CP, amended by Decree 261/2025/ND-CP",
  "Decree 136/2026/ND-CP",
  "Resolution 33/NQ-CP",
  "Housing Law 27/2023/QH15",
  "Housing Law 27/2023/QH15; Decree 100/2024/ND-CP",
  "Decision 21/2024/QD-TTg",
  "Decree 75/2021/ND-CP",
  "Decree 55/2023/ND-CP",
  "Decree 77/2024/ND-CP",
  "Decree 38/2019/ND-CP",
  "Decree 24/2023/ND-CP",
  "Decree 73/2024/ND-CP",
  "Decree 161/2026/ND-CP",
  "Decree 75/2021/ND-CP: three times the standard level",
  "Decree 75/2021/ND-CP: convalescence at home",
  "Decree 75/2021/ND-CP: convalescence in a center",
  "Law on Social Insurance: ten times the base pay",
  "Law on Health Insurance: 4.5 % of the base pay a month",
]);

/** The legal bases that neither were confirmed nor say that they are sample values. */
export function unmarkedBases(rows: Iterable<{ readonly legalBasis: string }>): string[] {
  const bases = new Set([...rows].map(({ legalBasis }) => legalBasis));
  return [...bases].filter((basis) => !confirmed.has(basis) && !/sample value/i.test(basis));
}
