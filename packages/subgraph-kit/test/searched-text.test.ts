import { expect, test } from "vitest";
import { searchedText, searchPattern } from "../src/searched-text.js";

test("a searched text has the words of a name in small letters of ASCII, with a space around each", () => {
  expect(searchedText("Thành phố Đà Nẵng")).toBe(" thanh pho da nang ");
  expect(searchedText("Xã Ea H’đing (cũ)")).toBe(" xa ea h ding cu ");
  expect(searchedText("Đặc khu Phú Quốc".normalize("NFD"))).toBe(searchedText("Đặc khu Phú Quốc"));
});

test("a searched text of a name of 120 characters fits the column", () => {
  for (const name of ["Ầ".repeat(120), "ﬃ".repeat(120), "İ".repeat(120), "a ".repeat(60)])
    expect(searchedText(name).length).toBeLessThanOrEqual(122);
});

test("a pattern has no wildcard of what was typed, and without words it fits nothing", () => {
  expect(searchPattern("50% Bắc_Ninh")).toBe("% 50 bac ninh%");
  expect(searchPattern(" %_ ")).toBe("");
});
