import { dayBetween } from "../population/random-day.js";
import type { LandReservationEntity } from "@an-sinh/housing-projects/housing-statistics/land-reservation.entity";
import {
  wholeCountry,
  type LivingAreaEntity,
} from "@an-sinh/housing-projects/housing-statistics/living-area.entity";
import { apportion } from "../population/apportion.js";
import type { Population } from "../population/population.js";
import { createRandom } from "../population/random.js";
import { bacNinh, bacNinhUnitId, haNoi, phuTho, quangNinh } from "./areas.js";

/** Hectares reserved by the end of 2025. Bac Ninh published "more than 600"; the others are made up. */
const reservationPlans = [
  { area: bacNinh, hectares: 612.4, reservations: 48 },
  { area: haNoi, hectares: 436.7, reservations: 40 },
  { area: quangNinh, hectares: 214.5, reservations: 22 },
  { area: phuTho, hectares: 268.3, reservations: 30 },
];

/** Land set aside for social housing, each locality at most once. */
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

/** Published for Bac Ninh, "about 34" square meters a person, and for the country. */
export function* livingAreaRows(): Iterable<LivingAreaEntity> {
  yield { unitId: bacNinhUnitId, year: 2025, squareMetersPerPerson: 34 };
  yield { unitId: wholeCountry, year: 2025, squareMetersPerPerson: 27.8 };
}
