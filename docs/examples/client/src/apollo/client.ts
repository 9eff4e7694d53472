import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { authorization, type Connection } from "../connection.js";
import { possibleTypes } from "../generated/possible-types.js";
import { sha256 } from "../sha256.js";

// The types of answers follow from it.
declare module "@apollo/client" {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: "all";
      }
      interface Query {
        errorPolicy: "all";
      }
    }
  }
}

export function createApolloClient({ url, token }: Connection): ApolloClient {
  const signIn = new SetContextLink(({ headers }) => ({
    headers: { ...(headers as Record<string, string> | undefined), ...authorization(token()) },
  }));
  return new ApolloClient({
    // The hash first, the text only where the gateway does not know it yet.
    link: ApolloLink.from([signIn, new PersistedQueryLink({ sha256 }), new HttpLink({ uri: url })]),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        // Pages of one filter are one list in the cache.
        Query: { fields: { households: relayStylePagination(["filter", "orderBy"]) } },
      },
    }),
    // A department that fails leaves nulls: the rest is shown beside the errors.
    defaultOptions: {
      watchQuery: { errorPolicy: "all" },
      query: { errorPolicy: "all" },
    },
  });
}
