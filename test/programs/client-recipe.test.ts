import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ApolloProvider } from "@apollo/client/react";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Provider } from "urql";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { generate } from "../../docs/examples/client/generate.js";
import { createApolloClient } from "../../docs/examples/client/src/apollo/client.js";
import * as apollo from "../../docs/examples/client/src/apollo/households.js";
import { describeError, type AnswerError } from "../../docs/examples/client/src/describe-error.js";
import {
  HouseholdByIdDocument,
  HouseholdPageDocument,
} from "../../docs/examples/client/src/generated/graphql.js";
import { createUrqlClient } from "../../docs/examples/client/src/urql/client.js";
import * as urql from "../../docs/examples/client/src/urql/households.js";
import { official } from "../support/callers.js";
import { root } from "../support/documents.js";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

let graph: GraphUnderTest;
let token: string | null;
beforeAll(async () => {
  graph = await startGraph();
  token = (await tokenOf(official)) ?? null;
});
afterAll(() => graph.close());

const example = join(root, "docs/examples/client");

test("what is generated is of the schema of today", async () => {
  for (const [path, text] of await generate())
    expect(await readFile(join(example, path), "utf8"), path).toBe(text);
});

interface Answer {
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
}

interface Recipe {
  /** What a component shows from the cache. */
  show(component: "Household" | "Households", props: object): string;
  ask(id: string): Promise<Answer>;
  askPage(after: string | null): Promise<Answer>;
}

const filter = { class: ["POOR" as const] };
const connection = (asks: string | null) => ({ url: `${graph.url}/graphql`, token: () => asks });

function apolloRecipe(asks: string | null): Recipe {
  const client = createApolloClient(connection(asks));
  const answer = ({ data, error }: { data?: unknown; error?: unknown }): Answer => ({
    data,
    errors: (error as { errors?: readonly AnswerError[] } | undefined)?.errors ?? [],
  });
  const element = (component: keyof typeof apollo, props: object) =>
    createElement(apollo[component] as (given: object) => ReactElement, props);
  return {
    show: (component, props) =>
      renderToStaticMarkup(createElement(ApolloProvider, { client, children: element(component, props) })),
    ask: async (id) => answer(await client.query({ query: HouseholdByIdDocument, variables: { id } })),
    askPage: async (after) => {
      const page = { query: HouseholdPageDocument, variables: { filter, first: 20 } };
      if (after === null) return answer(await client.query(page));
      return answer(await client.watchQuery(page).fetchMore({ variables: { after }, errorPolicy: "all" }));
    },
  };
}

function urqlRecipe(asks: string | null): Recipe {
  const client = createUrqlClient(connection(asks));
  const answer = ({
    data,
    error,
  }: {
    data?: unknown;
    error?: { graphQLErrors: unknown[] } | undefined;
  }): Answer => ({
    data,
    errors: (error?.graphQLErrors ?? []) as AnswerError[],
  });
  const element = (component: keyof typeof urql, props: object) =>
    createElement(urql[component] as (given: object) => ReactElement, props);
  return {
    show: (component, props) =>
      renderToStaticMarkup(createElement(Provider, { value: client, children: element(component, props) })),
    ask: async (id) => answer(await client.query(HouseholdByIdDocument, { id })),
    askPage: async (after) => answer(await client.query(HouseholdPageDocument, { filter, first: 20, after })),
  };
}

interface Page {
  readonly households: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly code: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

const codesIn = (html: string) => [...html.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, code]) => code);

describe.each([
  ["Apollo Client", apolloRecipe],
  ["urql", urqlRecipe],
])("the recipe for %s", (_, recipe) => {
  test("shows pages of a list one behind the other, and a card from the cache", async () => {
    const { ask, askPage, show } = recipe(token);
    const expected = (await graph.expectData(
      "{ households(filter: { class: [POOR] }, first: 40) { edges { node { id code } } } }",
    )) as unknown as Page;
    const first = (await askPage(null)).data as Page;
    await askPage(first.households.pageInfo.endCursor);
    expect(codesIn(show("Households", { filter }))).toEqual(
      expected.households.edges.map(({ node }) => node.code),
    );
    const [{ node }] = expected.households.edges as [Page["households"]["edges"][number]];
    await ask(node.id);
    expect(codesIn(show("Household", { id: node.id }))).toEqual([node.code]);
  });

  test("sends hashes that the list of trusted documents has, and texts only once", async () => {
    const { operations } = JSON.parse(
      await readFile(join(example, "src/generated/trusted-documents.json"), "utf8"),
    ) as { operations: { id: string; body: string }[] };
    const sent = vi.spyOn(globalThis, "fetch");
    await recipe(token).askPage(null);
    await recipe(token).askPage(null);
    const bodies = sent.mock.calls.map(([, init]) => JSON.parse(String(init?.body)) as Sent);
    sent.mockRestore();
    expect(bodies.at(-1)?.query).toBeUndefined();
    for (const { query, extensions } of bodies) {
      const listed = operations.find(({ id }) => id === extensions.persistedQuery.sha256Hash);
      expect(listed).toBeDefined();
      if (query !== undefined) expect(query).toBe(listed?.body);
    }
  });

  test("tells from the code what has to be done", async () => {
    const { data, errors } = await recipe(null).ask("h0000000");
    expect((data as { readonly household: unknown } | null)?.household ?? null).toBeNull();
    expect(errors.map(describeError)).toMatchObject([{ remedy: "SIGN_IN" }]);
    const bad = await recipe(token).askPage("x");
    expect(bad.errors.map(describeError)).toMatchObject([
      { remedy: "CORRECT_INPUT", argument: "after", department: "households" },
    ]);
  });
});

interface Sent {
  readonly query?: string;
  readonly extensions: { readonly persistedQuery: { readonly sha256Hash: string } };
}
