import type { Page } from "playwright-core";

/** From its next page on, the browser keeps nothing, and refuses even to be asked. */
export const refuseStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const refuse = {
      get: () => {
        throw new DOMException("", "SecurityError");
      },
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, refuse);
  });
