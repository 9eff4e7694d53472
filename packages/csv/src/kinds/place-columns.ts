import type { Column } from "../file-kind.js";
import { digits } from "../values/text.js";

/** The two columns that say in which locality something lies. `resolvePlaces` reads them. */
export const placeColumns = [
  {
    name: "commune_code",
    type: digits(5),
    description: "The code of the commune of today that it lies in.",
  },
  {
    name: "former_commune_code",
    type: digits(5),
    isOptional: true,
    description:
      "The code of the first commune on record that it lay in, mostly that until 2025-06-30. Blank: today's commune was made of one only.",
  },
] as const satisfies readonly Column[];
