import { expect, test } from "vitest";
import { databaseUrl, replicaUrls, serverUrl } from "../src/database/database-url.js";
import { addressOf } from "../src/database/mysql/server-address.js";

/** Passwords that are not written as a URL has them, and options, of which none is known. */
const refused = [
  "mysql://root:100%secret@db/near",
  "mysql://root:%ffsecret@db/near",
  "mysql://root:12#secret@db/near",
  "mysql://root:12?secret@db/near",
  "mysql://root:secret@db/near?ssl=true",
  "mysql://root:secret@db/near%",
  "mysql:///near",
];

test.each(refused)("of %s nothing is passed over: it is refused, and not repeated", (url) => {
  for (const setting of [databaseUrl, replicaUrls, serverUrl]) {
    const { error } = setting.safeParse(url);
    expect(error?.message).toContain("expected");
    expect(error?.message).not.toContain("secret");
  }
});

test("a replica is named once", () => {
  const other = "mysql://root@db:3307/near";
  expect(replicaUrls.safeParse(`mysql://root@db/near,${other}`).success).toBe(true);
  expect(replicaUrls.safeParse(`${other},mysql://root@db/near,mysql://a:b@DB:3306/near`).success).toBe(false);
});

test("a password has what its URL escapes, and an address of IPv6 no brackets", () => {
  const address = addressOf("mysql://a%40b:%25%23%3F%2F%2C%3A%C4%91@[::1]:3307/near");
  expect(address).toMatchObject({
    host: "::1",
    port: 3307,
    user: "a@b",
    password: "%#?/,:đ",
    database: "near",
  });
});
