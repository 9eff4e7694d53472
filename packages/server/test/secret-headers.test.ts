import { once } from "node:events";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { createLogger } from "@an-sinh/server/logger";
import { createGraphQLServer } from "@an-sinh/server/graphql-server";
import { buildSchema } from "graphql";
import { expect, test } from "vitest";

const secret = "c2VjcmV0LXRva2Vu";

test("no request that cannot be read has its token in the log, at any level", async () => {
  const lines: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const server = await createGraphQLServer({
    graph: { schema: buildSchema("type Query { x: Int }"), compile: () => async () => ({ data: {} }) },
    createContext: ({ requestId }) => ({ requestId }),
    logger: createLogger("trace", output),
    introspection: false,
  });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  for (const rest of [
    "Bad Header\r\n\r\n",
    "Content-Length: x\r\n\r\n",
    `X: ${"a".repeat(40_000)}\r\n\r\n`,
  ]) {
    const socket = connect(port, "127.0.0.1");
    socket.write(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${secret}\r\n${rest}`);
    socket.resume().on("error", () => {});
    await once(socket, "close");
  }
  await server.close();
  expect(lines.join("")).not.toContain(secret);
  createLogger("trace", output).info(
    { err: { rawPacket: secret }, req: { headers: { authorization: secret } } },
    "x",
  );
  expect(lines.join("")).not.toContain(secret);
  expect(lines.join("")).toContain('"msg":"x"');
});
