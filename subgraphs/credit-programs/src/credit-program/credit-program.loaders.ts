import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { CreditProgramEntity } from "./credit-program.entity.js";
import { CreditTermsEntity } from "./credit-terms.entity.js";

export const programById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context.read(CreditProgramEntity, "program").where("program.id IN (:...ids)", { ids }).getMany(),
    (program) => program.id,
  ),
);

export const programByCode = defineLoader(async (codes, context) =>
  indexByKey(
    codes,
    await context
      .read(CreditProgramEntity, "program")
      .where("program.code IN (:...codes)", { codes })
      .getMany(),
    (program) => program.code,
  ),
);

/** All terms of each program, the earliest first. */
export const termsOfProgram = defineLoader(async (programIds, context) =>
  groupByKey(
    programIds,
    await context
      .read(CreditTermsEntity, "terms")
      .where("terms.programId IN (:...programIds)", { programIds })
      .orderBy("terms.programId")
      .addOrderBy("terms.validFrom")
      .getMany(),
    (terms) => terms.programId,
  ),
);
