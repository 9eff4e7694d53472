import { anonymous, readCaller, writeCaller } from "@an-sinh/server/caller";
import { expect, test } from "vitest";

const official = { subject: "o-1", agency: null, scopes: ["records:read"], areas: ["24"] };

test("what is written of a caller is read as one object, so that what follows from it can be kept", () => {
  const text = writeCaller(official);
  expect(readCaller(text)).toEqual(official);
  expect(readCaller(text)).toBe(readCaller(text));
  expect(readCaller(writeCaller(anonymous))).toEqual(anonymous);
});

test("a text that says nothing of a caller is refused each time", () => {
  for (const text of ["", "e30", "null", Buffer.from('{"subject":1}').toString("base64url")])
    for (const _ of [1, 2]) expect(() => readCaller(text)).toThrow(Error);
});
