import { defineCatalog, defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { AssistanceLevelEntity } from "./assistance-level.entity.js";
import { AssistanceProgramEntity } from "./assistance-program.entity.js";

/** A handful, in the order of their codes. */
export const assistancePrograms = defineCatalog((context) =>
  context.read(AssistanceProgramEntity, "program").orderBy("program.code").getMany(),
);

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
