import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";
import { authorization, type Connection } from "../connection.js";
import usedSchema from "../generated/used-schema.json" with { type: "json" };

export function createUrqlClient({ url, token }: Connection): Client {
  return new Client({
    url,
    // POST: what is in a URL is in logs on the way.
    preferGetMethod: false,
    fetchOptions: () => ({ headers: authorization(token()) }),
    exchanges: [
      cacheExchange({
        // By it the cache knows which fields may be null, and keeps an answer in which some failed.
        schema: usedSchema,
        // Pages of one filter are one list in the cache.
        resolvers: { Query: { households: relayPagination() } },
        // Objects without an id are parts of the one that they belong to.
        keys: { HouseholdClassification: () => null },
      }),
      persistedExchange({ preferGetForPersistedQueries: false }),
      fetchExchange,
    ],
  });
}
