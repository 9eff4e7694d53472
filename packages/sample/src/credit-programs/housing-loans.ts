import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { dayBetween } from "../population/random-day.js";
import type { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import { socialHousingApplicationRows } from "../housing-projects/applications.js";
import { meritoriousFamilies } from "../housing-projects/meritorious-families.js";
import { projectDrafts, type ProjectDraft } from "../housing-projects/project-drafts.js";
import type { Population } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { LendingNetwork } from "./lending-network.js";
import type { LoanDraft } from "./loan-draft.js";

const million = 1_000_000;
const billion = 1_000_000_000;

/** From when the package lends in the sample, and from when the policy bank does for social housing. */
const packageBegins = "2023-06-01";
const purchaseBegins = "2025-10-10";
const lastDay = "2025-12-20";

/** Made-up names: the sample says nothing about real banks. */
const banks = ["Ngân hàng thương mại mẫu A", "Ngân hàng thương mại mẫu B", "Ngân hàng thương mại mẫu C"];

/** The package's loans to developers and buyers, and the policy bank's to households that buy. */
export function* housingLoans(
  population: Population,
  network: LendingNetwork,
  random: Random,
): Iterable<LoanDraft> {
  const drafts = projectDrafts(population);
  for (const draft of drafts) {
    if (draft.project.approvedOn === null || draft.project.approvedOn > "2025-09-30") continue;
    if (random.chance(0.4)) yield developerLoan(draft, draft.project.approvedOn, random);
  }
  const projects = new Map(drafts.map((draft) => [draft.project.id, draft]));
  for (const application of socialHousingApplicationRows(
    population,
    drafts,
    meritoriousFamilies(population),
  )) {
    const project = projects.get(application.projectId);
    if (!project || application.status !== "ALLOTTED") continue;
    const loan = buyerLoan(application, project, network, random);
    if (loan) yield loan;
  }
}

function developerLoan({ project, locality }: ProjectDraft, approvedOn: string, random: Random): LoanDraft {
  const from = approvedOn > packageBegins ? approvedOn : packageBegins;
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
    disbursedOn: dayBetween(random, from, lastDay),
    termMonths: 36,
    savingsGroupId: null,
    entrustedOrganization: null,
    transactionOfficeId: null,
    lenderName: random.pick(banks),
  };
}

/** To whom an apartment was allotted: some borrow from the package; when the policy bank begins to lend, from it. */
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
  // The package's rates are commercial ones: the sample lends none of it to the poor.
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
