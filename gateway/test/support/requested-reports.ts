import { anonymous, toCaller } from "@an-sinh/server/caller";
import { allBooks, failure, reportDocument, startReports, type ReportsUnderTest } from "./report-graph.js";

const title = (words: string) => `title: { en: "${words}", vi: "${words}" }`;

const chosen = reportDocument(
  `parameters: [
    { name: "from", ${title("From")}, minimum: 1, maximum: 9, choices: "books" }
    { name: "of", ${title("Of")} }
    { name: "kind", ${title("Kind")} }
    { name: "since", ${title("Since")} }
    { name: "name", ${title("Name")}, values: [{ value: "A", ${title("Shelf A")} }, { value: "none", ${title("None")} }] }
  ]`,
  `query Chosen($from: Int!, $of: [ID!] = ["b1"], $kind: Kind, $since: Date, $name: String! = "A", $after: String) {
    books(from: $from, of: $of, kind: $kind, since: $since, first: 5, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id } }
    }
    shelf(name: $name) { name }
  }`,
);
const owners = reportDocument("", `query Owners { shelf(name: "A") { name owner } }`);
const guarded = reportDocument("", `query Guarded { shelf(name: "A") { keys worth } }`);
const reviewed = reportDocument(
  "",
  `query Reviewed($after: String) {
    books(first: 5, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id stars } } }
  }`,
);
const choices = `# @choices(value: "id", title: "title", note: ["kind", "printedOn"], values: "of")
query Books($search: Date = "2024-01-01", $of: [ID!]) {
  books(first: 2, since: $search, of: $of) { pageInfo { hasNextPage } edges { node { id title kind printedOn } } }
}`;

/** Reports with parameters, choices, a field that is not for everyone, and stars that are there for the first five books. */
export function startRequested(onPage: (start: number) => void = () => {}): Promise<ReportsUnderTest> {
  const onStars = (number: number) => {
    if (number > 5) throw failure("DATABASE_UNAVAILABLE");
  };
  return startReports(
    { "all-books": allBooks, chosen, guarded, owners, reviewed, "choices/books": choices },
    { size: 12, onPage, onStars },
    {
      corsOrigins: ["https://friend.example"],
      identify: async ({ headers }) =>
        headers.authorization === undefined
          ? anonymous
          : toCaller({
              subject: "s",
              agency: null,
              scopes: String(headers.authorization).split(" ").slice(1),
              areas: [],
            }),
    },
  );
}
