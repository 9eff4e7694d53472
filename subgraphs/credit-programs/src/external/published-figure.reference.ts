import type { PublishedFigure } from "./published-figure.stub.js";

/** Takes any id: only the households department knows which figures there are. It says what to compute. */
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
