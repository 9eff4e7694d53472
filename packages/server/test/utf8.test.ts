import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "../src/utf8.js";

const texts: readonly { readonly what: string; readonly text: string }[] = [
  { what: "no", text: "" },
  { what: "ASCII", text: "An Sinh" },
  { what: "Vietnamese", text: "Nguyễn Thị Ánh " },
  { what: "surrogate pairs", text: "\u{1f3e0}x" },
  { what: "halves of surrogate pairs", text: "a\ud83cb\udfe0" },
  { what: "a byte order mark and a zero", text: "\ufeffa\0" },
];
const lengths = [1, 4_000];

test.each(texts)("a text with $what characters is what Node makes of it, short or long", ({ text }) => {
  for (const given of lengths.map((times) => text.repeat(times))) {
    const bytes = Buffer.from(given);
    expect(encodeUtf8(given).equals(bytes)).toBe(true);
    expect(decodeUtf8(bytes)).toBe(bytes.toString("utf8"));
  }
});

test("bytes that are no UTF-8 are replaced", () => {
  for (const times of lengths) {
    const bytes = Buffer.concat([Buffer.from("é".repeat(times)), Buffer.from([0xff, 0xe1, 0xbb])]);
    expect(decodeUtf8(bytes)).toBe(bytes.toString("utf8"));
    expect(decodeUtf8(bytes)).toMatch(/^é+\ufffd\ufffd$/);
  }
});
