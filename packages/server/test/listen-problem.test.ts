import { createServer } from "node:http";
import { once } from "node:events";
import { listenProblem } from "@an-sinh/server/listen-problem";
import { expect, test } from "vitest";

const withCode = (code: string) => Object.assign(new Error("The system says no."), { code });

test.each([
  ["EADDRINUSE", "PORT: port 4000 is in use by another program"],
  ["EACCES", "PORT: this user may not listen on port 4000"],
  ["ENOTFOUND", "HOST: my-host is not an address of this machine"],
  ["EAI_AGAIN", "HOST: my-host is not an address of this machine"],
  ["EADDRNOTAVAIL", "HOST: my-host is not an address of this machine"],
])("%s names the setting that is to blame", (code, message) => {
  expect(String(listenProblem(withCode(code), { host: "my-host", port: 4000 }))).toContain(message);
});

test("any other error stays as it is", () => {
  const error = withCode("EMFILE");
  expect(listenProblem(error, { host: "my-host", port: 4000 })).toBe(error);
});

test("a host that is not of this machine is what the system refuses", async () => {
  const server = createServer().listen(0, "203.0.113.1");
  const [error] = await once(server, "error");
  expect(String(listenProblem(error, { host: "203.0.113.1", port: 0 }))).toContain("HOST: 203.0.113.1");
});
