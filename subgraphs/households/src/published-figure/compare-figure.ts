import type { FigureQualifierEntity } from "./figure-qualifier.entity.js";

/** Whether a computed value agrees with a published one by the rule of its qualifier. */
export function agrees(
  published: number,
  computed: number,
  { comparison, tolerancePercent }: FigureQualifierEntity,
): boolean {
  const margin = tolerancePercent === null ? Infinity : (Math.abs(published) * tolerancePercent) / 100;
  const difference = computed - published;
  switch (comparison) {
    case "EQUAL":
      return isSameAsPublished(published, computed);
    case "WITHIN":
      return isSameAsPublished(published, computed) || Math.abs(difference) <= margin;
    case "MORE_THAN":
      return difference > 0 && difference <= margin;
    case "AT_LEAST":
      return isSameAsPublished(published, computed) || (difference >= 0 && difference <= margin);
    case "AT_MOST":
      return isSameAsPublished(published, computed) || (difference <= 0 && -difference <= margin);
  }
}

/** Whether the computed value, rounded to the published decimals, is the published one: 0.4299 agrees with 0.43. */
function isSameAsPublished(published: number, computed: number): boolean {
  const decimals = String(published).split(".")[1]?.length ?? 0;
  return Math.abs(computed - published) <= 0.5 * 10 ** -decimals + 1e-9;
}
