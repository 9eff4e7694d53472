import { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import {
  FundingSource,
  HousingSupportProgram,
} from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { defineFileKind, type Column, type Row } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { dong } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";

/** The sources of money and the columns of their amounts: "central_budget" for CENTRAL_BUDGET. */
const sources = Object.keys(FundingSource).map((source) => ({ source, name: source.toLowerCase() }));

const sourceColumns = sources.map(
  ({ name }) =>
    ({
      name,
      type: dong,
      isOptional: true,
      description: "What this source pays, in dong. Blank: nothing.",
    }) satisfies Column,
);

const shareOf = (cells: Row, name: string) => Number(cells[name] ?? 0);

export const housingSupports = defineFileKind<HousingSupportEntity>({
  name: "housing-supports",
  description: "Money granted to households to build or repair their houses, by source.",
  entity: HousingSupportEntity,
  key: ["id"],
  place: {},
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "household_id",
      property: "householdId",
      type: id,
      description: "The household, by its id in the households department.",
    },
    ...placeColumns,
    {
      name: "program",
      property: "program",
      type: choice(HousingSupportProgram),
      description: "Under which it was granted.",
    },
    {
      name: "kind",
      property: "kind",
      type: choice(ConstructionKind),
      description: "What is built with it.",
    },
    {
      name: "amount",
      property: "amount",
      type: dong,
      description: "The whole support, in dong: what the sources add up to.",
    },
    ...sourceColumns,
    {
      name: "decision_number",
      property: "decisionNumber",
      type: text(60),
      isOptional: true,
      description: "Of the granting decision. Blank: not on record.",
    },
    {
      name: "completed_on",
      property: "completedOn",
      type: day,
      isOptional: true,
      description: "The day on which the work was accepted. Blank: not completed yet.",
    },
    {
      name: "decided_on",
      property: "decidedOn",
      type: day,
      description: "The day of the granting decision.",
    },
  ],
  validate: ({ amount }, cells) => {
    const sum = sources.reduce((total, { name }) => total + shareOf(cells, name), 0);
    return sum === amount ? null : { column: "amount", expected: "what the sources add up to" };
  },
  details: {
    entity: FundingShareEntity,
    ownerProperty: "supportId",
    fromCells: (cells, supportId) =>
      sources.flatMap(({ source, name }) => {
        const amount = shareOf(cells, name);
        return amount === 0 ? [] : [{ supportId, source, amount }];
      }),
    toCells: (shares) =>
      Object.fromEntries(
        shares.map(({ source, amount }) => [String(source).toLowerCase(), amount || null] as const),
      ),
  },
});
