import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { AssistanceLevelEntity } from "./assistance-level.entity.js";
import { AssistanceProgramEntity } from "./assistance-program.entity.js";

/** There are a handful of programs, so a request reads them all, once. */
const allPrograms = defineLoader(async (keys, context: RequestContext) => {
  const rows = await context.read(AssistanceProgramEntity, "program").orderBy("program.code").getMany();
  return keys.map(() => rows);
});

/** In the order of their codes. */
export const assistancePrograms = (context: RequestContext): Promise<AssistanceProgramEntity[]> =>
  context.load(allPrograms, "all");

export const assistanceProgramByCode = defineLoader(async (codes, context) =>
  indexByKey(codes, await assistancePrograms(context), (program) => program.code),
);

/** The earliest first. */
export const levelsOfProgram = defineLoader(async (codes, context) =>
  groupByKey(
    codes,
    await context
      .read(AssistanceLevelEntity, "level")
      .where("level.programCode IN (:...codes)", { codes })
      .orderBy("level.validFrom")
      .getMany(),
    (level) => level.programCode,
  ),
);
