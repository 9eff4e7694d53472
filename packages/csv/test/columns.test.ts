import { expect, test } from "vitest";
import { departments, startDatabase } from "./support/database.js";

/** The stored properties of a kind that its file has no column for: they follow from the line or from other files. */
const followFromOthers: Readonly<Record<string, readonly string[]>> = {
  "administrative-units": ["id", "searchedName", "provinceId"],
  households: ["headId"],
  members: ["birthDate", "partialBirthDate"],
  reviews: ["deprivations"],
  projects: ["nameOrder", "approvalOrder"],
  loans: ["outstanding", "entrustedOrganization"],
  "year-end-balances": [
    "programId",
    "householdId",
    "borrowerKey",
    "localityId",
    "savingsGroupId",
    "entrustedOrganization",
    "transactionOfficeId",
    "borrowerKind",
    "lenderName",
  ],
  payments: ["categoryId", "year"],
};

test.each(departments)(
  "a file of $name has a column for all that is stored and follows from nothing else",
  async (department) => {
    await using target = await startDatabase(department.name);
    for (const { name, entity, columns, place } of department.kinds) {
      const stored = target.database.reader.getMetadata(entity).columns.map((column) => column.propertyName);
      const known = new Set([
        ...columns.map(({ property }) => property),
        ...(place ? ["localityId", place.communeProperty] : []),
      ]);
      const withoutColumn = stored.filter((property) => !known.has(property));
      expect(withoutColumn, name).toEqual(followFromOthers[name] ?? []);
    }
  },
);
