import type { HouseholdPageQuery } from "./generated/graphql.js";
import { HouseholdCard } from "./household-card.js";

type Page = NonNullable<HouseholdPageQuery["households"]>;

/** The pages that are there so far. */
export function HouseholdList({ page, onMore }: { readonly page: Page; readonly onMore: () => void }) {
  return (
    <section>
      {page.edges.map(({ node }) => (
        <HouseholdCard key={node.id} household={node} />
      ))}
      {page.pageInfo.hasNextPage && <button onClick={onMore}>More</button>}
    </section>
  );
}
