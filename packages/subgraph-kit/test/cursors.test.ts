import { expect, test } from "vitest";
import { cursorKey, writeCursorKey } from "../src/cursors/cursor-key.js";
import { Cursors } from "../src/cursors/cursors.js";
import { Seal } from "../src/cursors/seal.js";
import { sortKeyLength } from "../src/vietnamese-order.js";

const key = Buffer.alloc(32, 1);
const cursors = new Cursors(key);
const values = ["Nguyễn Thị Ánh", 24, "HH-0001"];
const types = ["string", "number", "string"];

test("a cursor gives back the values it was made of, and is the same wherever the key is the same", () => {
  const cursor = cursors.encode("list", values);
  expect(new Cursors(key).decode("list", cursor, types, "after")).toEqual(values);
  expect(new Cursors(key).encode("list", values)).toBe(cursor);
  const longest = ["x".repeat(sortKeyLength), "y".repeat(100)];
  expect(cursors.decode("list", cursors.encode("list", longest), ["string", "string"], "after")).toEqual(
    longest,
  );
});

test("a cursor shows nothing of what is in it, and little of its length", () => {
  const [short, long] = ["HH-00001", "HH-000001"].map((code) => cursors.encode("list", [code]));
  expect(Buffer.from(short ?? "", "base64url").includes("HH")).toBe(false);
  expect(short?.length).toBe(long?.length);
  expect(new Cursors(Buffer.alloc(32, 2)).encode("list", ["HH-00001"])).not.toBe(short);
});

const sealed = cursors.encode("list", values);
const changed = (at: number) => {
  const bytes = Buffer.from(sealed, "base64url");
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes.toString("base64url");
};
const length = Buffer.from(sealed, "base64url").byteLength;

test.each<[string, string]>([
  ["nothing", ""],
  ["a readable one", Buffer.from(JSON.stringify(["list", ...values])).toString("base64url")],
  ...[0, 12, 15, 16, length - 1].map(
    (at) => [`one with byte ${at} changed`, changed(at)] as [string, string],
  ),
  ["one cut short", sealed.slice(0, -1)],
  ["one without its last block", Buffer.from(sealed, "base64url").subarray(0, -16).toString("base64url")],
  ["one with more after it", `${sealed}AAAA`],
  ["one with a character that is skipped", `${sealed.slice(0, 9)}%${sealed.slice(9)}`],
  ["one in the other base64", Buffer.from(sealed, "base64url").toString("base64")],
  ["one sealed with another key", new Cursors(Buffer.alloc(32, 2)).encode("list", values)],
  ["one sealed for another purpose", new Seal(key, "other").seal(JSON.stringify(["list", ...values]))],
  ["one of a megabyte", "A".repeat(1_000_000)],
  ["one with a NUL", "\0"],
])("%s is refused with a constant text", (_, cursor) => {
  expect(() => cursors.decode("list", cursor, types, "after")).toThrow(
    expect.objectContaining({
      message: "after: expected a cursor of this list, from an edge or pageInfo, but got something else.",
      extensions: { code: "BAD_USER_INPUT", argument: "after" },
    }),
  );
});

test.each([
  ["another list", "other", values],
  ["other types", "list", ["x"]],
])("a cursor of %s is refused with a constant text", (_, list, own) => {
  expect(() => cursors.decode("list", cursors.encode(list, own), types, "after")).toThrow(
    expect.objectContaining({
      message: "after: expected a cursor from this list in this order, but got one from elsewhere.",
      extensions: { code: "BAD_USER_INPUT", argument: "after" },
    }),
  );
});

test("the setting takes 64 hexadecimal digits and nothing else", () => {
  expect(cursorKey.parse(writeCursorKey(key))).toEqual(key);
  for (const bad of ["", "00", "0".repeat(63), "g".repeat(64), ` ${"0".repeat(63)}`, "0".repeat(65)]) {
    expect(cursorKey.safeParse(bad).error?.issues[0]?.message).toMatch(/^expected 64 hexadecimal digits/);
  }
});
