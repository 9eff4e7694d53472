import { Client, fetchExchange, gql } from "@urql/core";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "./support/gateway.js";

const subgraph = {
  name: "a",
  sdl: "type Query { text(of: String): String } type Mutation { change: String }",
  resolvers: {
    Query: { text: (_: unknown, { of }: { of: string }) => of },
    Mutation: { change: () => "changed" },
  },
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway([subgraph], "http");
});
afterAll(() => gateway[Symbol.asyncDispose]());

test("every audit of the specification passes at the gateway", async () => {
  const audits = serverAudits({ url: `${gateway.url}/graphql` });
  const results = [];
  for (const { fn } of [...audits, ...audits]) results.push(await fn());
  expect(results.filter(({ status }) => status !== "ok").map(({ name }) => name)).toEqual([]);
});

const document = gql`
  query ($of: String) {
    text(of: $of)
  }
`;
const long = "Nguyễn Thị Ánh & Tày + 100 % #1 ".repeat(300);

test("urql works with its default settings, whether a query fits into a URL or not", async () => {
  const client = new Client({ url: `${gateway.url}/graphql`, exchanges: [fetchExchange] });
  for (const of of ["Tày & Đức + 1 %", long, "Tày & Đức + 1 %", long]) {
    const { data, error } = await client.query(document, { of });
    expect([data, error]).toEqual([{ text: of }, undefined]);
  }
  const { data } = await client.mutation(gql("mutation { change }"), {});
  expect(data).toEqual({ change: "changed" });
});

test("urql gets the message of an error in a query", async () => {
  const client = new Client({ url: `${gateway.url}/graphql`, exchanges: [fetchExchange] });
  for (const query of ["{ nothing }", "query ($of: String!) { text(of: $of) }"]) {
    const { error } = await client.query(query, {});
    expect(error?.networkError).toBeUndefined();
    expect(error?.graphQLErrors).toHaveLength(1);
  }
});

// What Apollo Client 4.3.8 sends, by default and with `useGETForQueries`.
const apolloHeaders = {
  accept: "application/graphql-response+json,application/json;q=0.9",
  "content-type": "application/json",
};

test("Apollo Client's link works, by POST and by GET", async () => {
  const body = {
    operationName: "A",
    query: "query A($of: String) { text(of: $of) }",
    variables: { of: long },
  };
  const extensions = { clientLibrary: { name: "@apollo/client", version: "4.3.8" } };
  const short = { ...body, variables: JSON.stringify({ of: "Tày" }), extensions: JSON.stringify(extensions) };
  const requests = [
    [`${gateway.url}/graphql`, { method: "POST", body: JSON.stringify({ ...body, extensions }) }, long],
    [`${gateway.url}/graphql?${new URLSearchParams(short).toString()}`, {}, "Tày"],
  ] as const;
  for (const [url, init, of] of [...requests, ...requests]) {
    const answer = await fetch(url, { ...init, headers: apolloHeaders });
    expect(answer.headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
    expect(await answer.json()).toEqual({ data: { text: of } });
  }
});
