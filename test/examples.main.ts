import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { documents, root } from "./support/documents.js";
import { withAnswers } from "./support/examples.js";
import { postQuery } from "./support/post-query.js";

// Renews the answers that the documents print: `npm run examples`, while the graph runs at --url. The token is that
// of an official who may see everything.
const { values } = parseArgs({
  options: { url: { type: "string", default: "http://localhost:4000/graphql" }, token: { type: "string" } },
});

const ask = (query: string) => postQuery(values.url, query, {}, values.token);

for (const document of documents()) {
  const text = await withAnswers(document, ask);
  if (text === document.text) continue;
  await writeFile(join(root, document.path), text);
  console.log(`${document.path} has the answers of ${values.url} now.`);
}
