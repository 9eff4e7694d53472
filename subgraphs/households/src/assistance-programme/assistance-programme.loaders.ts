import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { AssistanceLevelEntity } from "./assistance-level.entity.js";
import { AssistanceProgrammeEntity } from "./assistance-programme.entity.js";

/** There are a handful of programmes, so a request reads them all, once. */
const allProgrammes = defineLoader(async (keys, context: RequestContext) => {
  const rows = await context.read(AssistanceProgrammeEntity, "programme").orderBy("programme.code").getMany();
  return keys.map(() => rows);
});

/** In the order of their codes. */
export const assistanceProgrammes = (context: RequestContext): Promise<AssistanceProgrammeEntity[]> =>
  context.load(allProgrammes, "all");

export const assistanceProgrammeByCode = defineLoader(async (codes, context) =>
  indexByKey(codes, await assistanceProgrammes(context), (programme) => programme.code),
);

/** The earliest first. */
export const levelsOfProgramme = defineLoader(async (codes, context) =>
  groupByKey(
    codes,
    await context
      .read(AssistanceLevelEntity, "level")
      .where("level.programmeCode IN (:...codes)", { codes })
      .orderBy("level.validFrom")
      .getMany(),
    (level) => level.programmeCode,
  ),
);
