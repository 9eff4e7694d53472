import { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { defineFileKind } from "../../file-kind.js";
import { day } from "../../values/days.js";
import { decimal, dong, integer } from "../../values/numbers.js";
import { text } from "../../values/text.js";
import { programColumn } from "./references.js";

export const programTerms = defineFileKind<CreditTermsEntity>({
  name: "program-terms",
  description: "At which rate and up to which limits a program lends, between two days.",
  entity: CreditTermsEntity,
  key: ["programId", "validFrom"],
  period: ["validFrom", "validTo"],
  columns: [
    programColumn,
    {
      name: "valid_to",
      property: "validTo",
      type: day,
      isOptional: true,
      description: "The last day. Blank: no end is set.",
    },
    {
      name: "annual_rate_percent",
      property: "annualRatePercent",
      type: decimal(3, 0, 999),
      isOptional: true,
      description: "Percent a year. Blank: not on record, not one rate, or a share of another program's.",
    },
    {
      ...programColumn,
      name: "rate_base_program_code",
      property: "rateBaseProgramId",
      isOptional: true,
      description: "The program whose rate this one follows, by its code. Blank: none.",
    },
    {
      name: "percent_of_base_rate",
      property: "percentOfBaseRate",
      type: decimal(2, 0, 1_000),
      isOptional: true,
      description: "127: the rate is 127 % of that program's. Blank: there is no such program.",
    },
    {
      name: "maximum_principal",
      property: "maximumPrincipal",
      type: dong,
      isOptional: true,
      description: "Dong to a household or person. Blank: not on record, or not one amount.",
    },
    {
      name: "maximum_firm_principal",
      property: "maximumFirmPrincipal",
      type: dong,
      isOptional: true,
      description: "Dong to a firm. Blank: not on record, or it does not lend to firms.",
    },
    {
      name: "maximum_term_months",
      property: "maximumTermMonths",
      type: integer(1, 1_200),
      isOptional: true,
      description: "Blank: not on record.",
    },
    { name: "legal_basis", property: "legalBasis", type: text(200), description: "The legal act." },
    {
      name: "remark",
      property: "remark",
      type: text(400),
      isOptional: true,
      description: "What the numbers do not say. Blank: nothing.",
    },
    {
      name: "valid_from",
      property: "validFrom",
      type: day,
      description: "The first day. Together with the program it stands for the terms.",
    },
  ],
  validate: ({ annualRatePercent, rateBaseProgramId, percentOfBaseRate }) => {
    if ((rateBaseProgramId === null) !== (percentOfBaseRate === null))
      return {
        column: "percent_of_base_rate",
        expected: "a number if, and only if, there is a base program",
      };
    return annualRatePercent !== null && rateBaseProgramId !== null
      ? { column: "annual_rate_percent", expected: "a blank cell where there is a base program" }
      : null;
  },
});
