import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { createGateway } from "../src/gateway.js";
import { silent, startGateway, topologies } from "./support/gateway.js";
import { compose } from "./support/supergraph.js";

const sdl = "scalar Json type Query { echo(value: Json): Json half(of: Float, times: Int): Float }";

/** A gateway over a subgraph that does not read the numbers that it sends back. */
async function startEcho() {
  const subgraph = createServer(async (request, response) => {
    const { value } = /"variables":\{"v":(?<value>.*)}}$/.exec(await text(request))?.groups ?? {};
    response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"echo":${value ?? ""}}}`);
  });
  subgraph.listen(0, "127.0.0.1");
  await once(subgraph, "listening");
  const { port } = subgraph.address() as AddressInfo;
  const gateway = await createGateway({
    supergraphSdl: compose([{ name: "echo", sdl }]),
    sourceFor: ({ name }) => new HttpDataSource({ name, url: `http://127.0.0.1:${port}`, timeoutMs: 2_000 }),
    logger: silent,
    introspection: true,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      subgraph.close();
    },
  };
}

test("numbers of a client reach a subgraph and come back as they are, by POST and by GET, whether the operation is known or not", async () => {
  await using echo = await startEcho();
  const value = '{"n":9007199254740993,"__proto__":[1e400,-0.1234567890123456789],"s":"1e400"}';
  const [query, variables] = ["query ($v: Json) { echo(value: $v) }", `{"v":${value}}`];
  const body = `{"query":"${query}","variables":${variables}}`;
  const init = { method: "POST", headers: { "content-type": "application/json" }, body };
  const search = new URLSearchParams({ query, variables });
  for (const ask of [
    () => fetch(`${echo.url}/graphql?${search.toString()}`),
    () => fetch(`${echo.url}/graphql`, init),
  ]) {
    expect(await (await ask()).text()).toBe(`{"data":{"echo":${value}}}`);
    expect(await (await ask()).text()).toBe(`{"data":{"echo":${value}}}`);
  }
  const numbers = await fetch(`${echo.url}/graphql`, {
    ...init,
    body: '{"query":"{x}","variables":9007199254740993}',
  });
  expect(numbers.status).toBe(400);
});

test.each(topologies)(
  "a number with more digits than its type has is the nearest one, %s",
  async (topology) => {
    const half = (_: unknown, { of, times }: { of: number; times: number }) => (of / 2) * times;
    await using gateway = await startGateway(
      [{ name: "math", sdl, resolvers: { Query: { half } } }],
      topology,
    );
    const query = "query ($of: Float, $times: Int) { half(of: $of, times: $times) }";
    const ask = async (variables: string) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
      });
      return (await response.json()) as unknown;
    };
    const exact = '{"of":0.2000000000000000111022302462515654,"times":1.00000000000000000001}';
    const answer = { data: { half: 0.1 } };
    expect([await ask(exact), await ask(exact)]).toEqual([answer, answer]);
    expect(await ask('{"times":9007199254740993}')).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT" } }],
    });
  },
);
