import { once, EventEmitter } from "node:events";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGraphQLServer, type ReplaceableServer } from "../src/graphql-server.js";
import type { IdentifiedContext } from "../src/apollo-plugins.js";
import { createLogger } from "../src/logger.js";
import type { WarmUp } from "../src/warm-up.js";

const events = new EventEmitter();
let underWay = 0;
let server: ReplaceableServer<IdentifiedContext>;
let url: string;
beforeAll(async () => {
  const schema = buildSchema("type Query { me: String held: String }");
  const resolve = async () => {
    underWay += 1;
    events.emit("held");
    await once(events, "go on");
    underWay -= 1;
  };
  Object.assign(schema.getQueryType()?.getFields()["held"] ?? {}, { resolve });
  server = await createGraphQLServer({
    graph: { schema },
    createContext: ({ requestId }) => ({ requestId }),
    logger: createLogger("silent"),
    introspection: true,
  });
  ({ url } = await server.listen({ host: "127.0.0.1", port: 0 }));
});
afterAll(() => server.close());

/** A request that is under way until "go on" is emitted, in a list: a promise alone would be waited for. */
async function hold(): Promise<Promise<Response>[]> {
  const begun = once(events, "held");
  const answer = fetch(`${url}/graphql?query={held}`);
  await begun;
  return [answer];
}

/** Each has two steps. What is told of each: how many requests were under way. */
const warmUps = (told: number[]): readonly WarmUp[] =>
  ["a", "b", "c"].map((name) => ({
    query: `query ${name} { me }`,
    operationName: undefined,
    prepare: async (_asked, pause) => {
      told.push(underWay);
      await pause();
      told.push(underWay);
    },
  }));

test("operations are made ready when no request is under way", async () => {
  const [answer] = await hold();
  const told: number[] = [];
  const warm = server.warm(warmUps(told));
  setTimeout(() => events.emit("go on"), 50);
  await answer;
  await warm;
  expect(told).toEqual([0, 0, 0, 0, 0, 0]);
});

test("they are made ready in the end, too, where a request is always under way", async () => {
  const [answer] = await hold();
  const told: number[] = [];
  await server.warm(warmUps(told));
  events.emit("go on");
  await answer;
  expect(told).toEqual([1, 1, 1, 1, 1, 1]);
});
