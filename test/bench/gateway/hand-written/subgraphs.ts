import { Pool } from "undici";

/** Asks a subgraph. The caller knows what the data of the query looks like. Throws when the response has errors. */
export type AskSubgraph = <Data>(query: string, variables?: object) => Promise<Data>;

export type Subgraphs = Readonly<
  Record<"households" | "housing-projects" | "credit-programs" | "meritorious-service", AskSubgraph>
>;

interface SubgraphAddress {
  readonly name: string;
  readonly url: string;
}

export function connectSubgraphs(addresses: readonly SubgraphAddress[]): Subgraphs {
  return Object.fromEntries(addresses.map(({ name, url }) => [name, connect(url)])) as Subgraphs;
}

function connect(url: string): AskSubgraph {
  const { origin, pathname: path } = new URL(url);
  // The settings of the gateway's own pools.
  const pool = new Pool(origin, { connections: 64, headersTimeout: 0, bodyTimeout: 0 });
  const headers = { "content-type": "application/json" };
  return async <Data>(query: string, variables?: object) => {
    const response = await pool.request({
      method: "POST",
      path,
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.body.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
