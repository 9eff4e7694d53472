import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clinic } from "./clinic.js";
import { startProtected, type ProtectedGateway } from "./protected-gateway.js";

let gateway: ProtectedGateway;
beforeAll(async () => {
  gateway = await startProtected(clinic);
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => void gateway.fetched.splice(0));

test("what is cut is not fetched, and nothing is where nothing is left", async () => {
  await gateway.ask("all", "{ patients { id debt } }");
  expect(gateway.fetched).toHaveLength(1);
  expect(gateway.fetched.join()).not.toContain("debt");
  await gateway.ask(null, "{ staff patients { id name } }");
  expect(gateway.fetched).toHaveLength(1);
});

test("a mutation that is cut is not executed", async () => {
  const answer = await gateway.ask(null, "mutation { first: count admit last: count }");
  expect(answer.data).toEqual({ first: 2, admit: null, last: 2 });
  expect(answer.errors).toMatchObject([{ path: ["admit"] }]);
  expect(gateway.fetched.join()).not.toContain("admit");
});

test("callers ask the same document one after the other, and each gets what is theirs", async () => {
  const query = '{ patient(id: "1") { id debt } }';
  const asked = ["all bills", "all", null, "all bills", "bills", "all"];
  const answers = [];
  for (const scopes of asked) answers.push((await gateway.ask(scopes, query)).data);
  const [whole, part] = [{ patient: { id: "1", debt: 100 } }, { patient: { id: "1", debt: null } }];
  expect(answers).toEqual([whole, part, { patient: null }, whole, { patient: null }, part]);
});

test("callers with equal rights to an operation share its program", async () => {
  const operations = new Set<object>();
  const afterFetch = ({ operation }: { readonly operation: object }) => void operations.add(operation);
  await using other = await startProtected(clinic, { hooks: { afterFetch } });
  for (const scopes of ["all", "all bills", "all beds dogs", "patients read", "all"])
    await other.ask(scopes, "{ patients { name } }");
  expect(operations.size).toBe(1);
});

test("UNAUTHORIZED=reject answers with nothing but the errors, and fetches nothing", async () => {
  await using strict = await startProtected(clinic, { onUnauthorized: "reject" });
  expect(await strict.ask(null, "{ open staff patients { id } }")).toEqual({
    errors: [
      {
        message: "The caller may not see Query.staff.",
        path: ["staff"],
        extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" },
      },
      {
        message: "The caller may not see Query.patients.",
        path: ["patients"],
        extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE" },
      },
    ],
  });
  expect(strict.fetched).toEqual([]);
  expect((await strict.ask(null, "{ open staff @skip(if: true) }")).data).toEqual({ open: 1 });
});

test("a rejected operation has the status 403", async () => {
  await using strict = await startProtected(clinic, { onUnauthorized: "reject" });
  const statuses = [];
  for (let time = 0; time < 2; time += 1) {
    const response = await fetch(`${strict.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ staff }" }),
    });
    await response.text();
    statuses.push(response.status);
  }
  expect(statuses).toEqual([403, 403]);
});
