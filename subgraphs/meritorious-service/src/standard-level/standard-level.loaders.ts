import { defineLoader } from "@an-sinh/kit/batching";
import { StandardLevelEntity } from "./standard-level.entity.js";

/** The level in force on each day; null on a day before the first on record. */
export const standardLevelOn = defineLoader(async (days, context) => {
  const levels = await context.read(StandardLevelEntity, "level").getMany();
  return days.map(
    (day) =>
      levels.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day)) ??
      null,
  );
});
