import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { squareMetersOf } from "./hectares.js";
import { LandReservationTotalEntity } from "./land-reservation-total.entity.js";
import { LandReservationEntity } from "./land-reservation.entity.js";

export const landReservationTotals = defineTotals<LandReservationEntity, LandReservationTotalEntity>({
  entity: LandReservationTotalEntity,
  counted: LandReservationEntity,
  places: byUnit,
  version: 1,
  count: (reservations, add) => {
    for (const { reservedOn, hectares } of reservations)
      add({ year: yearOf(reservedOn), squareMeters: squareMetersOf(hectares) });
  },
});
