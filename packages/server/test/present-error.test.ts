import { presentError } from "@an-sinh/server/present-error";
import { locatedError } from "graphql";
import { expect, test } from "vitest";

test("what fails many fields for one cause is logged once in a request, and again in the next", () => {
  const lines: object[] = [];
  const logger = { error: (details: object) => void lines.push(details) };
  const cause = new Error("no such table");
  const present = (requestId: string, path: number) =>
    presentError(locatedError(cause, undefined, ["houses", path]), { requestId, logger });
  for (let index = 0; index < 1_000; index += 1)
    expect(present("a", index)).toMatchObject({ path: ["houses", index] });
  present("b", 0);
  presentError(new Error("no such table"), { requestId: "b", logger });
  expect(lines).toMatchObject([{ requestId: "a" }, { requestId: "b" }, { requestId: "b" }]);
});
