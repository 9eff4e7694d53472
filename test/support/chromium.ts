import { findProgram } from "./mysql-server.js";

/** Debian's packages chromium and chromium-headless-shell have it. */
export const findChromium = (): string | undefined =>
  process.env["SKIP_BROWSER"] === "1"
    ? undefined
    : findProgram("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome");

/** Nothing but this machine has an address, which has another name, too. What a page asks of another host fails as it does without a network. */
export const browserOptions = {
  args: [
    "--no-sandbox",
    "--host-resolver-rules=MAP other.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
  ],
};
