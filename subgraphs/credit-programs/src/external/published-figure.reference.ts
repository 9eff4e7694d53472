import type { PublishedFigure } from "./published-figure.stub.js";

/** Which figures exist is for the households department to say; what to compute comes from it. */
export async function resolvePublishedFigure({
  id,
  measure,
  fromYear,
  toYear,
  administrativeUnit,
}: PublishedFigure): Promise<PublishedFigure> {
  return {
    id,
    measure: measure ?? null,
    fromYear: fromYear ?? null,
    toYear: toYear ?? null,
    administrativeUnit: administrativeUnit ?? null,
  };
}
