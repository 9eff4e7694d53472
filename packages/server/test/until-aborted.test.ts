import { expect, test } from "vitest";
import { untilAborted } from "../src/until-aborted.js";

const endless = new Promise<never>(() => {});

test("nobody waits for work where the signal fires, or has fired before", async () => {
  const controller = new AbortController();
  const during = untilAborted(controller.signal, endless);
  controller.abort(new Error("The client left"));
  await expect(during).rejects.toThrow("The client left");
  await expect(untilAborted(controller.signal, endless)).rejects.toThrow("The client left");
});

test("work that is done in time is the result", async () => {
  expect(await untilAborted(new AbortController().signal, Promise.resolve(1))).toBe(1);
});
