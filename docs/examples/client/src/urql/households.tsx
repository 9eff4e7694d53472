import { useState } from "react";
import { useQuery } from "urql";
import { HouseholdByIdDocument, HouseholdPageDocument, type HouseholdFilter } from "../generated/graphql.js";
import { HouseholdCard } from "../household-card.js";
import { HouseholdList } from "../household-list.js";

export function Household({ id }: { readonly id: string }) {
  const [{ data, fetching }] = useQuery({ query: HouseholdByIdDocument, variables: { id } });
  if (fetching) return <p>Loading …</p>;
  // Null: there is none, or none that the user may see.
  return data?.household ? <HouseholdCard household={data.household} /> : <p>Not found</p>;
}

export function Households({ filter }: { readonly filter: HouseholdFilter }) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }] = useQuery({
    query: HouseholdPageDocument,
    variables: { filter, first: 20, after },
  });
  const page = data?.households;
  if (!page) return <p>{error ? error.message : "Loading …"}</p>;
  return <HouseholdList page={page} onMore={() => setAfter(page.pageInfo.endCursor)} />;
}
