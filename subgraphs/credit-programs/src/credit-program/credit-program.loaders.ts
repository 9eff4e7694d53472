import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { CreditProgramEntity } from "./credit-program.entity.js";
import { CreditTermsEntity } from "./credit-terms.entity.js";

export const programById = rowById(CreditProgramEntity, "program");

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
