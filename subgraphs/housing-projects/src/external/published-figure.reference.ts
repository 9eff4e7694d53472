import type { PublishedFigure } from "./published-figure.stub.js";

/**
 * Accepts any id: this department has no list of published figures. Keeps what the gateway sent for the required
 * field. Some gateways leave nulls out, so an absent field means null.
 */
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
