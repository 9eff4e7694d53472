import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GraphQLError } from "graphql";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { startGateway, type GatewayUnderTest, type SubgraphCase, type Topology } from "./gateway.js";

/** What happens at the subgraph that has the books. */
export interface BookShelf {
  readonly size: number;
  /** How long each title is. Default: short. */
  readonly titleLength?: number;
  /** Is told of each page, by the books before it and how many it may have. It may reject. */
  readonly onPage?: (start: number, first: number) => void | Promise<void>;
  /** Is told of each book whose stars are asked for, by its number. It may throw. */
  readonly onStars?: (number: number) => void;
}

export const toBook = (number: number) => ({
  id: `b${number}`,
  title: number % 7 === 0 ? `=Book "${number}"; a` : `Sách ${number}`,
  kind: number % 2 === 0 ? "NOVEL" : "POETRY",
  pages: number * 10,
  price: number === 3 ? null : number * 1_000,
  printedOn: number === 2 ? null : "2024-02-29",
  soldPercent: number / 8,
  isLent: number % 3 === 0,
  tags: number % 4 === 0 ? [] : [`t${number}`, "all"],
});

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

const withTitle = (book: ReturnType<typeof toBook>, length: number) => ({
  ...book,
  title: book.title.padEnd(length, "."),
});

async function pageOf({ size, onPage, titleLength = 0 }: BookShelf, { first, after }: Page) {
  const start = after ? Number(after) : 0;
  await onPage?.(start, first);
  const end = Math.min(size, start + first);
  const edges = Array.from({ length: end - start }, (_, index) => ({
    cursor: String(start + index + 1),
    node: withTitle(toBook(start + index + 1), titleLength),
  }));
  return { edges, pageInfo: { hasNextPage: end < size, endCursor: String(end) }, totalCount: size };
}

const sdl = `
  type Query { books(first: Int = 20, after: String, kind: Kind, from: Int, of: [ID!], since: Date): Books shelf(name: String!): Shelf lent(first: Int = 20, after: String): Lent }
  "A list that nobody counts."
  type Lent { edges: [BookEdge!]! pageInfo: PageInfo! }
  type Shelf { name: String! books(first: Int = 20, after: String): Books owner: String @requiresScopes(scopes: [["owners:read"]]) keys: Int @authenticated worth: VND @policy(policies: [["sales"]]) }
  type Books { edges: [BookEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type BookEdge { cursor: String! node: Book! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  "A printed book."
  type Book @key(fields: "id") {
    id: ID! title: String! kind: Kind! pages: Int! "In dong." price: VND printedOn: Date soldPercent: Float isLent: Boolean tags: [String!]
    lendings(first: Int = 20): [Lending!]
  }
  type Lending { to: String! on: Date }
  enum Kind { NOVEL POETRY SHORT_STORY }
  scalar VND
  scalar Date
`;

export const bookSubgraphs = (shelf: BookShelf): readonly SubgraphCase[] => [
  {
    name: "books",
    sdl,
    resolvers: {
      Query: {
        books: (_: unknown, page: Page) => pageOf(shelf, page),
        lent: (_: unknown, page: Page) => pageOf(shelf, page),
        shelf: (_: unknown, { name }: { readonly name: string }) => (name === "none" ? null : { name }),
      },
      Shelf: { books: (_: unknown, page: Page) => pageOf(shelf, page), owner: () => "A" },
      Book: {
        __resolveReference: async ({ id }: { readonly id: string }) => toBook(Number(id.slice(1))),
        lendings: ({ id }: { readonly id: string }) =>
          id === "b1"
            ? [
                { to: "An", on: "2024-01-02" },
                { to: "Bình", on: null },
              ]
            : [],
      },
    },
  },
  {
    name: "reviews",
    sdl: `type Book @key(fields: "id") { id: ID! stars: Int reviews: [Review!] } type Review { by: String! text: String }`,
    resolvers: {
      Book: {
        __resolveReference: async (book: { readonly id: string }) => ({ ...book }),
        stars: ({ id }: { readonly id: string }) => {
          const number = Number(id.slice(1));
          shelf.onStars?.(number);
          return number % 5;
        },
        reviews: ({ id }: { readonly id: string }) => (id === "b1" ? [{ by: "Chi", text: null }] : []),
      },
    },
  },
];

/** As a department says that it failed. */
export const failure = (code: string) => new GraphQLError("It failed.", { extensions: { code } });

const text = (words: string) => `{ en: "${words}", vi: "${words} (vi)" }`;

/** A document with a header. */
export const reportDocument = (header: string, operation: string): string =>
  `# A report.\n# @report(title: ${text("Books")}, description: ${text("All books")} ${header.replaceAll("\n", "\n# ")})\n${operation}\n`;

/** A report of all books, five on a page. */
export const allBooks = reportDocument(
  `parameters: [{ name: "kind", title: ${text("Kind")} }]`,
  `query AllBooks($kind: Kind, $first: Int = 5, $after: String) {
    books(first: $first, after: $after, kind: $kind) {
      pageInfo { hasNextPage endCursor }
      edges { node { id title kind pages price printedOn soldPercent isLent tags } }
    }
  }`,
);

export interface ReportsUnderTest extends GatewayUnderTest {
  /** The folder with its reports. */
  readonly folder: string;
  get(path: string, init?: RequestInit): Promise<Response>;
}

/** A gateway with reports, by paths in their folder. `addTo` puts more into it. */
export async function startReports(
  documents: Readonly<Record<string, string>>,
  shelf: BookShelf = { size: 12 },
  { topology = "local", ...options }: Partial<GatewayOptions> & { readonly topology?: Topology } = {},
  addTo: (folder: string) => void = () => {},
): Promise<ReportsUnderTest> {
  const reportsFolder = mkdtempSync(join(tmpdir(), "reports-"));
  mkdirSync(join(reportsFolder, "choices"));
  for (const [path, document] of Object.entries(documents))
    writeFileSync(join(reportsFolder, `${path}.graphql`), document);
  addTo(reportsFolder);
  const gateway = await startGateway(bookSubgraphs(shelf), topology, { reportsFolder, ...options });
  return {
    ...gateway,
    folder: reportsFolder,
    get: (path, init) => fetch(`${gateway.url}/reports${path === "" ? "" : `/${path}`}`, init),
    [Symbol.asyncDispose]: async () => {
      await gateway[Symbol.asyncDispose]();
      rmSync(reportsFolder, { recursive: true });
    },
  };
}
