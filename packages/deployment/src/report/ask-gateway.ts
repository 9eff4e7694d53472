import { ExplainedError } from "@an-sinh/command-line/explained-error";

export interface Asking {
  readonly url: URL;
  readonly token: string | undefined;
  readonly purpose: string | undefined;
  /** How the media type of the answer begins. */
  readonly mediaType: string;
  /** Whether the gateway is to say how many rows it expects. */
  readonly isCounted: boolean;
  readonly signal: AbortSignal;
}

/** The answer of a gateway, whose body is still to be read. Throws `ExplainedError` where it is another one. */
export async function askGateway(asking: Asking): Promise<Response> {
  const { url, token, purpose, mediaType, isCounted, signal } = asking;
  const headers = {
    ...(isCounted && { prefer: "count=estimated" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(purpose !== undefined && { "x-purpose": purpose }),
  };
  const response = await fetch(url, { headers, signal, redirect: "manual" }).catch((cause: unknown) => {
    signal.throwIfAborted();
    const message = isSilence(cause)
      ? `${url.origin} has answered nothing for five minutes.`
      : `No gateway answers at ${url.origin}. Start one with npm start, or name another with --url.`;
    throw new ExplainedError(message, { cause });
  });
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith(mediaType)) return response;
  const reasons = await reasonsIn(response);
  throw new ExplainedError(
    [`${url.origin} has not made the report (status ${response.status}):`, ...reasons].join("\n  "),
  );
}

/** Undefined: the gateway does not say how many there will be. */
export function expectedRowsOf({ headers }: Response): number | undefined {
  const text = headers.get("x-expected-rows") ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** `fetch` waits five minutes for an answer, and as long for more of it. */
function isSilence(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return cause?.code === "UND_ERR_HEADERS_TIMEOUT" || cause?.code === "UND_ERR_BODY_TIMEOUT";
}

interface ErrorAnswer {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

async function reasonsIn(response: Response): Promise<readonly string[]> {
  const noGateway = ["its answer is not one of a gateway with reports."];
  try {
    const { errors } = (await response.json()) as ErrorAnswer;
    const told = errors.map(({ message, extensions = {} }) => {
      const facts = [extensions["code"], extensions["service"]].filter((fact) => fact !== undefined);
      return forTerminal(facts.length > 0 ? `${message} (${facts.join(", ")})` : message);
    });
    const needsToken = response.status === 401 ? ["Give a token with --token-file or AN_SINH_TOKEN."] : [];
    return told.length > 0 ? [...told, ...needsToken] : noGateway;
  } catch {
    return noGateway;
  }
}

/** Whoever answers must not move the cursor of the terminal, or give it orders. */
const forTerminal = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, " ");

/** The bytes of an answer. Throws `ExplainedError` where the gateway cuts it. */
export async function* bodyOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    // Of `fetch`, the chunks are bytes.
    for await (const chunk of response.body ?? []) yield chunk as Uint8Array;
  } catch (cause) {
    signal.throwIfAborted();
    const message = isSilence(cause)
      ? "The gateway has sent nothing for five minutes. Nothing was written."
      : "The gateway cut the download, because a part of the report failed or it stopped. Nothing was written. Its log says why.";
    throw new ExplainedError(message, { cause });
  }
}
