import { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import { LenderKind } from "@an-sinh/credit-programs/credit-program/credit-program.enums";
import { defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { id, text } from "../../values/text.js";

export const programs = defineFileKind<CreditProgramEntity>({
  name: "programs",
  description: "Credit programs. Their rates and limits, which change, are in program-terms.",
  entity: CreditProgramEntity,
  key: ["id"],
  unique: [{ properties: ["code"], column: "code" }],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "code",
      property: "code",
      type: id,
      description: "Unique, in capitals: other files refer to the program by it.",
    },
    { name: "name", property: "name", type: text(160), description: "The name." },
    {
      name: "legal_basis",
      property: "legalBasis",
      type: text(200),
      description: "The legal act that set it up.",
    },
    { name: "lender_kind", property: "lenderKind", type: choice(LenderKind), description: "Who lends." },
  ],
});
