import { expect, test } from "vitest";
import { startGraph } from "../support/graph.js";

const query = "query ($first: Int) { households(first: $first) { edges { node { members { fullName } } } } }";

test("nothing is answered of what is larger than an answer may be, and what is smaller is answered", async () => {
  const graph = await startGraph({ answerLimits: { nodes: 200, bytes: 100_000 } });
  const tooLarge = {
    message:
      "The answer is too large: expected at most 200 objects and items of lists. Ask in several operations.",
    extensions: { code: "QUERY_TOO_COMPLEX" },
  };
  for (const _ of [1, 2]) {
    expect(await graph.query(query, { first: 100 })).toEqual({ data: null, errors: [tooLarge] });
    const { households } = await graph.expectData(query, { first: 5 });
    expect(households).toMatchObject({ edges: { length: 5 } });
  }
  await graph.close();
});
