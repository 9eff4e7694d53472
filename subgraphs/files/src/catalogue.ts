import { creditProgramsModel } from "@an-sinh/credit-programs/database";
import { householdsModel } from "@an-sinh/households/database";
import { housingProjectsModel } from "@an-sinh/housing-projects/database";
import type { DatabaseModel } from "@an-sinh/kit/database/database";
import { meritoriousServiceModel } from "@an-sinh/meritorious-service/database";
import type { Kind } from "./kind.js";
import { loans } from "./kinds/credit-programs/loans.js";
import { programmeTerms } from "./kinds/credit-programs/programme-terms.js";
import { programmes } from "./kinds/credit-programs/programmes.js";
import { repayments } from "./kinds/credit-programs/repayments.js";
import { savingsGroups } from "./kinds/credit-programs/savings-groups.js";
import { transactionOffices } from "./kinds/credit-programs/transaction-offices.js";
import { yearEndBalances } from "./kinds/credit-programs/year-end-balances.js";
import { administrativeUnits } from "./kinds/households/administrative-units.js";
import { addToUnits } from "./kinds/households/household-units.js";
import { households } from "./kinds/households/households.js";
import { members } from "./kinds/households/members.js";
import { povertyStandards } from "./kinds/households/poverty-standards.js";
import { publishedFigures } from "./kinds/households/published-figures.js";
import { reviews } from "./kinds/households/reviews.js";
import { completions } from "./kinds/housing-projects/completions.js";
import { housingSupports } from "./kinds/housing-projects/housing-supports.js";
import { projects } from "./kinds/housing-projects/projects.js";
import { categories } from "./kinds/meritorious-service/categories.js";
import { payments } from "./kinds/meritorious-service/payments.js";
import { records } from "./kinds/meritorious-service/records.js";
import { territory } from "./kinds/territory.js";

/** A department and its kinds of files, in the order in which they refer to each other. */
export interface Department {
  readonly name: string;
  readonly model: DatabaseModel;
  readonly kinds: readonly Kind[];
}

export const departments: readonly Department[] = [
  {
    name: "households",
    model: householdsModel,
    kinds: [
      administrativeUnits,
      { ...territory, afterWrite: addToUnits },
      povertyStandards,
      households,
      members,
      reviews,
      publishedFigures,
    ],
  },
  {
    name: "housing-projects",
    model: housingProjectsModel,
    kinds: [territory, projects, completions, housingSupports],
  },
  {
    name: "credit-programs",
    model: creditProgramsModel,
    kinds: [
      territory,
      programmes,
      programmeTerms,
      transactionOffices,
      savingsGroups,
      loans,
      repayments,
      yearEndBalances,
    ],
  },
  {
    name: "meritorious-service",
    model: meritoriousServiceModel,
    kinds: [territory, categories, records, payments],
  },
];
