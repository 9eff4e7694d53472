import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readmeFile, withAnswers } from "./support/readme.js";

// Rewrites the answers in the README: `npm run readme`, with the graph running at --url.
const { values } = parseArgs({
  options: { url: { type: "string", default: "http://localhost:4000/graphql" } },
});

const text = await withAnswers(async (query) => {
  const response = await fetch(values.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
});
await writeFile(readmeFile, text);
console.log("README.md has the answers of", values.url);
