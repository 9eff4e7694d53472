import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
import { callerKey } from "../src/caller-key.js";

const keyOf = (address: string) => callerKey({ caller: anonymous, address });

test("the addresses of one IPv6 network of 64 bits count together, and those of others apart", () => {
  const network = ["2001:db8:1:2::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::"].map(keyOf);
  expect(new Set(network)).toEqual(new Set(["address 2001:db8:1:2"]));
  expect(keyOf("2001:db8:1:3::1")).not.toBe(network[0]);
  expect(["2001:db8::7", "2001:db8:0:0:1::", "2001:db8::1:0:0:1"].map(keyOf)).toEqual(
    Array.from({ length: 3 }, () => "address 2001:db8:0:0"),
  );
});

test("each IPv4 address counts for itself, also where IPv6 wraps it", () => {
  const addresses = ["192.0.2.1", "192.0.2.2", "::ffff:192.0.2.3", "::ffff:192.0.2.4"];
  expect(addresses.map(keyOf)).toEqual(addresses.map((address) => `address ${address}`));
});

test("who signed in counts by the subject, from wherever", () => {
  const caller = { ...anonymous, subject: "192.0.2.1" };
  const keys = ["192.0.2.1", "2001:db8::1"].map((address) => callerKey({ caller, address }));
  expect(new Set(keys)).toEqual(new Set(["subject 192.0.2.1"]));
  expect(keys[0]).not.toBe(keyOf("192.0.2.1"));
});
