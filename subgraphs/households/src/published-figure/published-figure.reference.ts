import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { PublishedFigureEntity } from "./published-figure.entity.js";
import { publishedFigureById } from "./published-figure.loaders.js";

type Representation = Pick<
  PublishedFigureEntity,
  "id" | "housingProjectsValue" | "creditProgramsValue" | "housingProjectsIsSample" | "creditProgramsIsSample"
>;

/** The figure, with what other departments computed for it where the gateway sends that. */
export async function resolvePublishedFigure(
  { id, ...computedElsewhere }: Representation,
  context: RequestContext,
): Promise<PublishedFigureEntity | null> {
  const figure = await context.load(publishedFigureById, id);
  return figure && Object.assign({ ...figure }, computedElsewhere);
}
