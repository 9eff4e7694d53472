import { createSecretKey } from "node:crypto";
import { expect, test } from "vitest";
import { contentDigest, hmacSha256, signatureBase } from "../../src/signatures/message-signature.js";

// RFC 9421, appendix B.1.5 and B.2.5.
const secret = createSecretKey(
  Buffer.from(
    "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
    "base64",
  ),
);

test("a signature is that of the test vector of RFC 9421", () => {
  const parameters = '("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"';
  const base = signatureBase(
    [
      ["date", "Tue, 20 Apr 2021 02:07:55 GMT"],
      ["@authority", "example.com"],
      ["content-type", "application/json"],
    ],
    parameters,
  );
  expect(hmacSha256(secret, base)).toBe("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
});

test("a digest is that of the example of RFC 9530", () => {
  expect(contentDigest('{"hello": "world"}')).toBe("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
});
