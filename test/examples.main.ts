import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { documents, root } from "./support/documents.js";
import { withAnswers } from "./support/examples.js";

// Renews the answers that the documents print: `npm run examples`, while the graph runs at --url.
const { values } = parseArgs({
  options: { url: { type: "string", default: "http://localhost:4000/graphql" } },
});

async function ask(query: string): Promise<unknown> {
  const response = await fetch(values.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

for (const document of documents()) {
  const text = await withAnswers(document, ask);
  if (text === document.text) continue;
  await writeFile(join(root, document.path), text);
  console.log(`${document.path} has the answers of ${values.url} now.`);
}
