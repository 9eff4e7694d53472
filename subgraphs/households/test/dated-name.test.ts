import { datedName } from "@an-sinh/households/administrative-unit/dated-name";
import { expect, test } from "vitest";

test.each([
  [null, null, "Tỉnh Bắc Ninh", "Tỉnh Bắc Ninh"],
  [null, "2025-06-30", "Tỉnh Bắc Ninh (until 2025-06-30)", "Tỉnh Bắc Ninh (đến 30/06/2025)"],
  ["2025-07-01", null, "Tỉnh Bắc Ninh (since 2025-07-01)", "Tỉnh Bắc Ninh (từ 01/07/2025)"],
  [
    "2008-08-01",
    "2025-06-30",
    "Tỉnh Bắc Ninh (since 2008-08-01 until 2025-06-30)",
    "Tỉnh Bắc Ninh (từ 01/08/2008 đến 30/06/2025)",
  ],
])("a unit from %s to %s is called %s", (validFrom, validTo, english, vietnamese) => {
  const { EN, VI } = datedName({ name: "Tỉnh Bắc Ninh", validFrom, validTo });
  expect([EN, VI]).toEqual([english, vietnamese]);
});
