import type { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import { addDays, later } from "@an-sinh/subgraph-kit/calendar";
import { socialHousingApplicationRows } from "../housing-projects/applications.js";
import { projectDrafts, type ProjectDraft } from "../housing-projects/project-drafts.js";
import { billion, million } from "../population/amounts.js";
import type { Population } from "../population/population.js";
import type { Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import type { LendingNetwork } from "./lending-network.js";
import type { LoanDraft } from "./loan-draft.js";

/** In the sample, the first loan days of the package and of the policy bank's program for social housing. */
const packageBegins = "2023-06-01";
const purchaseBegins = "2025-10-10";
const lastDay = "2025-12-20";

/** Made-up names. */
const banks = ["Ngân hàng thương mại mẫu A", "Ngân hàng thương mại mẫu B", "Ngân hàng thương mại mẫu C"];

/**
 * Loans of the package to developers and buyers, and of the policy bank to buyers. A household of `borrowers` owes the
 * policy bank where it lives. It gets no second loan where a project is built, so that each household owes in one place
 * and the counts of places add up.
 */
export function* housingLoans(
  population: Population,
  network: LendingNetwork,
  borrowers: ReadonlySet<string>,
  random: Random,
): Iterable<LoanDraft> {
  const drafts = projectDrafts(population);
  for (const draft of drafts) {
    if (draft.project.approvedOn === null || draft.project.approvedOn > "2025-09-30") continue;
    if (random.chance(0.4)) yield developerLoan(draft, draft.project.approvedOn, random);
  }
  const projects = new Map(drafts.map((draft) => [draft.project.id, draft]));
  for (const application of socialHousingApplicationRows(population, drafts)) {
    const project = projects.get(application.projectId);
    if (!project || application.status !== "ALLOTTED") continue;
    const loan = buyerLoan(application, project, network, random);
    if (loan && !(loan.householdId !== null && borrowers.has(loan.householdId))) yield loan;
  }
}

function developerLoan({ project, locality }: ProjectDraft, approvedOn: string, random: Random): LoanDraft {
  const share = 0.15 * project.plannedApartments * random.between(4, 7) * 100 * million;
  return {
    program: "SOCIAL_HOUSING_PACKAGE",
    borrowerKind: "HOUSING_DEVELOPER",
    householdId: null,
    borrowerId: null,
    projectId: project.id,
    localityId: locality.id,
    purpose: "Đầu tư xây dựng dự án nhà ở xã hội",
    principal: Math.max(1, Math.round(share / billion)) * billion,
    disbursedOn: dayBetween(random, later(approvedOn, packageBegins), lastDay),
    termMonths: 36,
    savingsGroupId: null,
    entrustedOrganization: null,
    transactionOfficeId: null,
    lenderName: random.pick(banks),
  };
}

/**
 * A loan to somebody to whom an apartment was allotted: from the package, or from the policy bank once it lends for
 * social housing. Null: none.
 */
function buyerLoan(
  { decidedOn, personId, householdId, projectId, group }: SocialHousingApplicationEntity,
  { locality }: ProjectDraft,
  network: LendingNetwork,
  random: Random,
): LoanDraft | null {
  if (decidedOn === null || decidedOn < packageBegins || !random.chance(0.7)) return null;
  const disbursedOn = addDays(decidedOn, random.between(0, 11));
  if (disbursedOn > lastDay) return null;
  const isPolicyLoan = disbursedOn >= purchaseBegins;
  // The package has commercial rates. In the sample the poor and near-poor do not borrow from it.
  if (!isPolicyLoan && group.endsWith("POOR_OR_NEAR_POOR")) return null;
  return {
    program: isPolicyLoan ? "SOCIAL_HOUSING_PURCHASE" : "SOCIAL_HOUSING_PACKAGE",
    borrowerKind: isPolicyLoan ? "HOUSEHOLD" : "HOUSING_BUYER",
    householdId: isPolicyLoan ? householdId : null,
    borrowerId: personId,
    projectId,
    localityId: locality.id,
    purpose: "Mua nhà ở xã hội",
    principal: random.between(30, 60) * 10 * million,
    disbursedOn,
    termMonths: isPolicyLoan ? 240 : 180,
    savingsGroupId: null,
    entrustedOrganization: null,
    transactionOfficeId: isPolicyLoan ? network.provinceOfficeOf(locality) : null,
    lenderName: isPolicyLoan ? null : random.pick(banks),
  };
}
