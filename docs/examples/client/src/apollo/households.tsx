import { useQuery } from "@apollo/client/react";
import { HouseholdByIdDocument, HouseholdPageDocument, type HouseholdFilter } from "../generated/graphql.js";
import { HouseholdCard } from "../household-card.js";
import { HouseholdList } from "../household-list.js";

export function Household({ id }: { readonly id: string }) {
  const { data, loading } = useQuery(HouseholdByIdDocument, { variables: { id } });
  if (loading) return <p>Loading …</p>;
  // Null: there is none, or none that the user may see.
  return data?.household ? <HouseholdCard household={data.household} /> : <p>Not found</p>;
}

export function Households({ filter }: { readonly filter: HouseholdFilter }) {
  const { data, error, fetchMore } = useQuery(HouseholdPageDocument, { variables: { filter, first: 20 } });
  const page = data?.households;
  if (!page) return <p>{error ? error.message : "Loading …"}</p>;
  return (
    <HouseholdList
      page={page}
      onMore={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })}
    />
  );
}
