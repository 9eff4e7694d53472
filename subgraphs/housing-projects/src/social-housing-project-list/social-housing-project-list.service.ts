import { checkedYear, firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { filterByUnit } from "@an-sinh/territory/filter-by-unit";
import { keepBehindTarget } from "../completion-target/project-completion-target.service.js";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import type {
  SocialHousingProjectFilter,
  SocialHousingProjectOrder,
  SocialHousingProjectsArgs,
} from "./social-housing-project-list.inputs.js";

type Project = SocialHousingProjectEntity;

const id = { expression: "project.id", type: "string", value: (project: Project) => project.id } as const;

/** An index of the entity serves each order. */
const orderings: Readonly<Record<SocialHousingProjectOrder, Ordering<Project>>> = {
  NAME: {
    // The cursors of "socialHousingProjects:NAME" held the name itself.
    name: "socialHousingProjects:NAME_ORDER",
    columns: [{ expression: "project.nameOrder", type: "string", value: ({ nameOrder }) => nameOrder }, id],
  },
  APPROVED_ON: {
    name: "socialHousingProjects:APPROVED_ON",
    columns: [
      { expression: "project.approvalOrder", type: "string", value: ({ approvalOrder }) => approvalOrder },
      id,
    ],
  },
  PLANNED_APARTMENTS: {
    name: "socialHousingProjects:PLANNED_APARTMENTS",
    direction: "DESC",
    columns: [
      {
        expression: "project.plannedApartments",
        type: "number",
        value: (project) => project.plannedApartments,
      },
      id,
    ],
  },
};

/**
 * A page of the projects that meet the filter. Throws NOT_FOUND for an unknown unit, and BAD_USER_INPUT for an empty
 * text or a year outside 1945 to 2100.
 */
export async function listProjects(
  context: RequestContext,
  { filter, orderBy, ...page }: SocialHousingProjectsArgs,
): Promise<Page<Project>> {
  const query = context.read(SocialHousingProjectEntity, "project");
  if (filter) {
    applyFilter(query, filter);
    await applyUnit(context, query, filter);
  }
  return paginate(context, query, orderings[orderBy ?? "NAME"], page);
}

async function applyUnit(
  context: RequestContext,
  query: RowQuery<Project>,
  { administrativeUnit: unitId }: SocialHousingProjectFilter,
): Promise<void> {
  if (typeof unitId !== "string") return;
  await filterByUnit(context, query, "project", { argument: "filter.administrativeUnit", unitId });
}

function applyFilter(
  query: RowQuery<Project>,
  { audience, status, approvedYear, behindTargetIn }: SocialHousingProjectFilter,
): void {
  if (audience) query.andWhere("project.audience = :audience", { audience });
  if (status) query.andWhere("project.status = :status", { status });
  if (typeof approvedYear === "number") {
    const year = checkedYear(approvedYear, "filter.approvedYear");
    query.andWhere("project.approvalOrder BETWEEN :from AND :to", {
      from: firstDayOf(year),
      to: lastDayOf(year),
    });
  }
  if (typeof behindTargetIn === "number") {
    keepBehindTarget(query, checkedYear(behindTargetIn, "filter.behindTargetIn"));
  }
}
