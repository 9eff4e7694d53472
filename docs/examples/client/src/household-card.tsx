import type { HouseholdCardFragment } from "./generated/graphql.js";

/** One household. It shows what its fragment asks for, whichever client brought it. */
export function HouseholdCard({ household }: { readonly household: HouseholdCardFragment }) {
  const { code, administrativeUnit, classification } = household;
  return (
    <article>
      <h3>{code}</h3>
      <p>{administrativeUnit?.name ?? "Unit not on record"}</p>
      {/* Null: it has no class today. A field that failed is null as well, and the answer's errors say so. */}
      <p>{classification ? `${classification.class} since ${classification.since}` : "Not classified"}</p>
    </article>
  );
}
