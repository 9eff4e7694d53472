import type { Page } from "playwright-core";

const script =
  "window.EmbeddedSandbox = class { constructor({ target }) { document.querySelector(target).append('Sandbox'); } };";

/** Answers in place of the CDN of Apollo Sandbox. Without it, the page at `/` goes on to the explorer after a moment. */
export const serveSandbox = (page: Page): Promise<unknown> =>
  page.route("https://embeddable-sandbox.cdn.apollographql.com/**", (route) =>
    route.fulfill({ body: script, contentType: "text/javascript" }),
  );
