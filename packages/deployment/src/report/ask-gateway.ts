import { ExplainedError } from "@an-sinh/command-line/explained-error";

export interface Asking {
  readonly url: URL;
  readonly token: string | undefined;
  readonly purpose: string | undefined;
  /** How the media type of the answer begins. */
  readonly mediaType: string;
  readonly signal: AbortSignal;
}

/** The answer of a gateway, whose body is still to be read. Throws `ExplainedError` where it is another one. */
export async function askGateway({ url, token, purpose, mediaType, signal }: Asking): Promise<Response> {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(purpose !== undefined && { "x-purpose": purpose }),
  };
  const response = await fetch(url, { headers, signal, redirect: "error" }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ExplainedError(
      `No gateway answers at ${url.origin}. Start one with npm start, or name another with --url.`,
      { cause },
    );
  });
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith(mediaType)) return response;
  const reasons = await reasonsIn(response);
  throw new ExplainedError(
    [`${url.origin} has not made the report (status ${response.status}):`, ...reasons].join("\n  "),
  );
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
      return `${message} (${facts.join(", ")})`;
    });
    const needsToken = response.status === 401 ? ["Give a token with --token-file or AN_SINH_TOKEN."] : [];
    return told.length > 0 ? [...told, ...needsToken] : noGateway;
  } catch {
    return noGateway;
  }
}

/** The bytes of an answer. Throws `ExplainedError` where the gateway cuts it. */
export async function* bodyOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    // Of `fetch`, the chunks are bytes.
    for await (const chunk of response.body ?? []) yield chunk as Uint8Array;
  } catch (cause) {
    signal.throwIfAborted();
    const message =
      "The gateway cut the download, because a part of the report failed or it stopped. Nothing was written. Its log says why.";
    throw new ExplainedError(message, { cause });
  }
}
