import { expect, test } from "vitest";
import { ExchangeError } from "../src/resilience/exchange-error.js";
import { SharedExchanges } from "../src/data-sources/shared-exchanges.js";
import type { HttpResponse } from "../src/responses/http-response.js";

/** Exchanges that end when the test says so. */
function openExchanges() {
  const exchanges: { readonly signal: AbortSignal; readonly end: (body: string) => void }[] = [];
  const send = (signal: AbortSignal) =>
    new Promise<HttpResponse>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new ExchangeError("canceled")));
      exchanges.push({
        signal,
        end: (body) => resolve({ status: 200, contentType: "application/json", body, askedAt: 0 }),
      });
    });
  return { exchanges, send };
}

const client = () => new AbortController();

test("identical requests that are under way are sent once, and each gets the response", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const responses = ["a", "a", "b"].map((key) => shared.send(key, client().signal, send));
  expect(exchanges.length).toBe(2);
  exchanges[0]?.end("A");
  exchanges[1]?.end("B");
  expect((await Promise.all(responses)).map(({ body }) => body)).toEqual(["A", "A", "B"]);
});

test("a request after the response is sent anew", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const first = shared.send("a", client().signal, send);
  exchanges[0]?.end("1");
  await first;
  const second = shared.send("a", client().signal, send);
  exchanges[1]?.end("2");
  expect((await second).body).toBe("2");
});

test("an exchange that can be joined no longer goes on for those who wait, and the next one begins", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const ask = (joinableMs?: number) => shared.send("a", client().signal, send, joinableMs);
  const responses = [ask(0), ask(), ask()];
  expect(exchanges.length).toBe(2);
  exchanges[1]?.end("new");
  exchanges[0]?.end("old");
  expect((await Promise.all(responses)).map(({ body }) => body)).toEqual(["old", "new", "new"]);
});

test("who asks after something changed joins none that began before", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const ask = () => shared.send("a", client().signal, send);
  const before = ask();
  shared.separate();
  const after = [ask(), ask()];
  expect(exchanges.length).toBe(2);
  exchanges[0]?.end("old");
  expect((await before).body).toBe("old");
  const late = ask();
  exchanges[1]?.end("new");
  expect((await Promise.all([...after, late])).map(({ body }) => body)).toEqual(["new", "new", "new"]);
});

test("a caller that leaves takes nothing from the others", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const [leaving, staying] = [client(), client()];
  const left = shared.send("a", leaving.signal, send);
  const stayed = shared.send("a", staying.signal, send);
  leaving.abort();
  await expect(left).rejects.toThrow("canceled");
  exchanges[0]?.end("A");
  expect((await stayed).body).toBe("A");
});

test("when nobody waits any more, the exchange is canceled, and the next request is sent anew", async () => {
  const { exchanges, send } = openExchanges();
  const shared = new SharedExchanges<HttpResponse>();
  const leaving = client();
  const left = shared.send("a", leaving.signal, send);
  leaving.abort();
  const next = shared.send("a", client().signal, send);
  await expect(left).rejects.toThrow("canceled");
  expect(exchanges[0]?.signal.aborted).toBe(true);
  exchanges[1]?.end("2");
  expect((await next).body).toBe("2");
});

test("a failure is everyone's, and is not kept", async () => {
  const shared = new SharedExchanges<HttpResponse>();
  const fail = () => Promise.reject(new Error("no connection"));
  const failed = [1, 2].map(() => shared.send("a", client().signal, fail));
  await expect(Promise.allSettled(failed)).resolves.toMatchObject([
    { status: "rejected" },
    { status: "rejected" },
  ]);
  const { exchanges, send } = openExchanges();
  const next = shared.send("a", client().signal, send);
  exchanges[0]?.end("A");
  expect((await next).body).toBe("A");
});
