import { addLocalitiesToUnits } from "@an-sinh/households/household/household-unit.service";
import type { FileKind } from "../file-kind.js";
import { administrativeUnits } from "./households/administrative-units.js";
import { households } from "./households/households.js";
import { members } from "./households/members.js";
import { povertyStandards } from "./households/poverty-standards.js";
import { publishedFigures } from "./households/published-figures.js";
import { reviews } from "./households/reviews.js";
import { territory } from "./territory.js";
import { translations } from "./translations.js";

export const householdsFiles: readonly FileKind[] = [
  administrativeUnits,
  {
    ...territory,
    afterWrite: (manager, changes) =>
      addLocalitiesToUnits(
        manager,
        changes.map(({ after }) => String(after["localityId"])),
      ),
  },
  povertyStandards,
  households,
  members,
  reviews,
  publishedFigures,
  translations,
];
