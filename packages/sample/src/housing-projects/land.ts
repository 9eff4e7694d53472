import type { LandReservationEntity } from "@an-sinh/housing-projects/land/land-reservation.entity";
import type { LivingAreaEntity } from "@an-sinh/housing-projects/housing-statistics/living-area.entity";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { mergedBacNinhId } from "../administrative-units/named-units.js";
import { apportion } from "../population/apportion.js";
import type { Population } from "../population/population.js";
import { createRandom } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import { haNoi, mergedBacNinh, mergedPhuTho, quangNinh } from "./areas.js";

/** Hectares reserved by the end of 2025. Bac Ninh published "more than 600". The other values are made up. */
const reservationPlans = [
  { area: mergedBacNinh, hectares: 612.4, reservations: 48 },
  { area: haNoi, hectares: 436.7, reservations: 40 },
  { area: quangNinh, hectares: 214.5, reservations: 22 },
  { area: mergedPhuTho, hectares: 268.3, reservations: 30 },
];

/** Land that is reserved for social housing. A locality has at most one reservation. */
export function* landReservationRows({ localities, seed }: Population): Iterable<LandReservationEntity> {
  const random = createRandom(seed, "land-reservations");
  for (const { area, hectares, reservations } of reservationPlans) {
    const chosen = random.shuffle(localities.filter(area)).slice(0, reservations);
    const hundredths = apportion(
      Math.round(hectares * 100),
      chosen.map(() => 0.3 + random.next()),
    );
    for (const [index, locality] of chosen.entries()) {
      yield {
        localityId: locality.id,
        reservedOn: dayBetween(random, "2021-02-01", "2025-12-20"),
        hectares: (hundredths[index] ?? 0) / 100,
      };
    }
  }
}

/** "About 34" square meters a person were published for Bac Ninh, and 27.8 for the country. */
export function* livingAreaRows(): Iterable<LivingAreaEntity> {
  yield { unitId: mergedBacNinhId, year: 2025, squareMetersPerPerson: 34 };
  yield { unitId: wholeCountry, year: 2025, squareMetersPerPerson: 27.8 };
}
