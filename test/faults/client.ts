import { checkAnswer, type Answer, type Verdict } from "./check-answer.js";

/** What a client saw of one request. */
export interface Seen {
  readonly verdict: Verdict;
  readonly status: number;
  /** The codes of its errors, each once. */
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

/** What a client has where the gateway cannot be reached. */
const noAnswer: Answer = { status: 0, errors: [{ extensions: { code: "no answer" } }] };

/** Asks the graph what four departments know, and compares each answer with the right one. */
export class CheckingClient {
  readonly #known: unknown[] = [];

  constructor(
    readonly url: string,
    readonly token: string,
    readonly documents: readonly string[],
  ) {}

  /** Asks the graph while nothing is wrong. What it answers is held to be right. */
  async learn(): Promise<void> {
    for (const document of this.documents) {
      const answer = await this.#send(document);
      if (answer.status !== 200 || answer.errors || !answer.data)
        throw new Error(`Expected a whole answer, but got: ${JSON.stringify(answer).slice(0, 500)}`);
      this.#known.push(answer.data);
    }
  }

  /** One of the operations, by the number of the request. */
  async ask(index: number): Promise<Seen> {
    const started = performance.now();
    const which = index % this.documents.length;
    const answer = await this.#send(this.documents[which] ?? "").catch(() => noAnswer);
    const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code ?? "none");
    return {
      verdict: checkAnswer(this.#known[which], answer),
      status: answer.status,
      codes: [...new Set(codes)],
      milliseconds: performance.now() - started,
    };
  }

  /** Asks each operation. Whether all answers are whole. */
  async isWhole(): Promise<boolean> {
    const all = await Promise.all(this.documents.map((_, index) => this.ask(index)));
    return all.every(({ verdict }) => verdict.kind === "whole");
  }

  async #send(query: string): Promise<Answer> {
    const response = await fetch(this.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query }),
    });
    return { ...((await response.json()) as object), status: response.status };
  }
}
