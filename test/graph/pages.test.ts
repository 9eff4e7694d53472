import { beforeAll, describe, expect, test } from "vitest";
import { official, officialOf } from "../support/callers.js";
import type { GraphClient } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { inRowsOf, nestedLists, orderedLists } from "../support/lists.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Args {
  readonly first?: number;
  readonly after?: string | undefined;
  readonly last?: number;
  readonly before?: string | undefined;
}

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: Readonly<Record<"hasNextPage" | "hasPreviousPage", boolean>> &
    Readonly<Record<"startCursor" | "endCursor", string | null>>;
}

type Read = (args: Args) => Promise<Page>;

const variables = "$first: Int, $after: String, $last: Int, $before: String";
const given = "first: $first, after: $after, last: $last, before: $before";
const selection =
  "{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

/** The same numbers in each run, from 0 up to below the bound. */
function numbers(): (bound: number) => number {
  let state = 42;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * bound);
  };
}

/** What Relay says of a page of the items between two of a list, with one more before and after where a cursor is given. */
function expectPage(page: Page, between: readonly string[], { first, after, last, before }: Args): void {
  const ids = first === undefined ? between.slice(-(last ?? 0)) : between.slice(0, first);
  const hasMore = between.length > ids.length;
  expect(idsOf(page)).toEqual(ids);
  expect(page.pageInfo).toEqual({
    hasNextPage: last === undefined ? hasMore : before !== undefined,
    hasPreviousPage: last === undefined ? after !== undefined : hasMore,
    startCursor: page.edges[0]?.cursor ?? null,
    endCursor: page.edges.at(-1)?.cursor ?? null,
  });
}

/** Pages between two random items of a part of a list, or from its beginning. */
async function expectPagesWithin(read: Read): Promise<void> {
  const { edges } = await read({ first: 60 });
  expect(edges.length).toBeGreaterThan(1);
  const number = numbers();
  for (let pages = 0; pages < 4; pages += 1) {
    const [from, to] = [number(edges.length) - 1, 1 + number(edges.length - 1)];
    const between = edges.slice(from + 1, Math.max(from + 1, to)).map(({ node }) => node.id);
    const ends = { after: edges[from]?.cursor, before: edges[to]?.cursor };
    for (const size of [{ first: 1 + number(40) }, { last: 1 + number(40) }])
      expectPage(await read({ ...ends, ...size }), between, { ...ends, ...size });
  }
}

/** Random pages from the end back: they are the end of the list as it is read forward. */
async function expectWalkFromTheEnd(read: Read): Promise<void> {
  const number = numbers();
  let walked: Page["edges"] = [];
  for (let hasMore = true; hasMore && walked.length < 60;) {
    const page = await read({ last: 1 + number(30), before: walked[0]?.cursor });
    walked = [...page.edges, ...walked];
    hasMore = page.pageInfo.hasPreviousPage;
  }
  const forward = await read({ first: 100, after: walked[0]?.cursor });
  expectPage(
    forward,
    walked.slice(1).map(({ node }) => node.id),
    { first: 100, after: "" },
  );
}

async function expectPages(read: Read): Promise<void> {
  await expectPagesWithin(read);
  await expectWalkFromTheEnd(read);
}

describe.each([
  ["the whole country", official],
  ["two areas", officialOf("262@0", "240@0")],
])("for a caller of %s pages forward and backward are the same list", (_, caller) => {
  test.each(orderedLists)("$list $order", async ({ list, order }) => {
    expect.hasAssertions();
    const client: GraphClient = graph.as(caller);
    await expectPages(async (args) => {
      const data = await client.expectData(
        `query (${variables}) { list: ${list}(${given}${order}) ${selection} }`,
        { ...args },
      );
      return data["list"] as Page;
    });
  });
});

interface Outer {
  readonly list: { readonly edges: readonly { readonly node: { readonly inner: Page } }[] };
}

test.each(nestedLists)("pages of $outer $inner forward and backward are the same list", async (of) => {
  const query = `query (${variables}) { ${inRowsOf(of, `inner: ${of.inner}(${given}) ${selection}`)} }`;
  const pagesOf = async (args: Args) =>
    ((await graph.expectData(query, { ...args })) as unknown as Outer).list.edges.map(
      ({ node }) => node.inner,
    );
  const lengths = (await pagesOf({ first: 100 })).map(({ edges }) => edges.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  await expectPages(async (args) => (await pagesOf(args))[longest] ?? expect.fail("Expected a parent."));
});

test.each([
  [{ first: 2, last: 2 }, "last", /no `first` beside it: leave out one of them/],
  [{ first: 101, last: 2 }, "last", /no `first` beside it/],
  [{ first: -1 }, "first", /from 1 to 100, but got: -1/],
  [{ last: -1 }, "last", /from 1 to 100, but got: -1/],
  [{ last: 0 }, "last", /from 1 to 100/],
  [{ last: 101 }, "last", /from 1 to 100/],
  [{ last: 5, before: "x" }, "before", /a cursor of this list/],
  [{ first: 5, before: "" }, "before", /a cursor of this list/],
] as const)("%j is refused by every list, and the error says what to do", async (args, argument, message) => {
  for (const { list, order } of orderedLists) {
    const query = `query (${variables}) { list: ${list}(${given}${order}) ${selection} }`;
    const { data, errors } = await graph.query(query, args);
    expect([data, errors?.[0]?.extensions], list).toEqual([
      { list: null },
      expect.objectContaining({ code: "BAD_USER_INPUT", argument }),
    ]);
    expect(errors?.[0]?.message).toMatch(message);
  }
});
