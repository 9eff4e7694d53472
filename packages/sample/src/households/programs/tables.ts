import { AssistanceLevelEntity } from "@an-sinh/households/assistance-program/assistance-level.entity";
import { AssistanceProgramEntity } from "@an-sinh/households/assistance-program/assistance-program.entity";
import { AssistanceTotalEntity } from "@an-sinh/households/assistance/assistance-total.entity";
import { AssistanceEntity } from "@an-sinh/households/assistance/assistance.entity";
import { FundYearEntity } from "@an-sinh/households/fund-for-the-poor/fund-year.entity";
import { LaborYearEntity } from "@an-sinh/households/labor/labor-year.entity";
import { LivelihoodModelEntity } from "@an-sinh/households/livelihood-model/livelihood-model.entity";
import { CapitalYearEntity } from "@an-sinh/households/program-capital/capital-year.entity";
import { NationalProgramEntity } from "@an-sinh/households/program-capital/national-program.entity";
import {
  ComponentProjectEntity,
  SubProjectEntity,
} from "@an-sinh/households/program-capital/program-projects.entity";
import { SupportTopUpEntity } from "@an-sinh/households/support-top-up/support-top-up.entity";
import { TargetEntity } from "@an-sinh/households/target/target.entity";
import type { Population } from "../../population/population.js";
import type { SampleTable } from "../../sample-table.js";
import type { AssistanceDraft } from "./assistance-draft.js";
import { assistanceLevels, assistancePrograms } from "./assistance-programs.js";
import { assistanceTotalRows } from "./assistance-totals.js";
import { breedingStockRows } from "./breeding-stock.js";
import { capitalRows, componentProjects, nationalPrograms, subProjects } from "./capital.js";
import { cowBankRows } from "./cow-bank.js";
import { fundRows } from "./funds.js";
import { baViGiftRows } from "./gifts.js";
import { laborRows } from "./labor.js";
import { drawLivelihoodModels, livelihoodRows, type DrawnModel } from "./livelihood-models.js";
import { memberAssistanceRows } from "./monthly-payments.js";
import { supportTopUps } from "./support-top-ups.js";
import { targetRows } from "./targets.js";

/** An estimate for the progress bar. */
const assistancePerHousehold = 0.7;

/** The tables of the programs. They come after those of units, households and persons. */
export function programTables(population: Population): SampleTable[] {
  const models = drawLivelihoodModels(population);
  return [
    { entity: AssistanceProgramEntity, rows: () => assistancePrograms },
    { entity: AssistanceLevelEntity, rows: () => assistanceLevels },
    { entity: LivelihoodModelEntity, rows: () => models.map(({ model }) => model) },
    {
      entity: AssistanceEntity,
      rows: () => assistanceRows(population, models),
      expectedRows: Math.round(population.households.length * assistancePerHousehold),
    },
    { entity: AssistanceTotalEntity, rows: () => assistanceTotalRows(population) },
    { entity: FundYearEntity, rows: () => fundRows(population) },
    { entity: NationalProgramEntity, rows: () => nationalPrograms },
    { entity: ComponentProjectEntity, rows: () => componentProjects },
    { entity: SubProjectEntity, rows: () => subProjects },
    { entity: CapitalYearEntity, rows: capitalRows },
    { entity: SupportTopUpEntity, rows: () => supportTopUps },
    { entity: TargetEntity, rows: () => targetRows(population.scale) },
    { entity: LaborYearEntity, rows: () => laborRows },
  ];
}

/** All assistance to households and members, with ids in the order of the rows. */
function* assistanceRows(population: Population, models: readonly DrawnModel[]): Iterable<AssistanceEntity> {
  let number = 0;
  const withId = (row: AssistanceDraft) => ({ id: `as-${String(++number).padStart(8, "0")}`, ...row });
  for (const row of memberAssistanceRows(population)) yield withId(row);
  for (const row of baViGiftRows(population)) yield withId(row);
  for (const row of breedingStockRows(population)) yield withId(row);
  for (const row of livelihoodRows(models)) yield withId(row);
  for (const row of cowBankRows(population)) yield withId(row);
}
