/** The data of an answer that is JSON text already. An executor may return it, and the server sends it as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

interface Result {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** Writes an answer as compact JSON. */
export function toAnswerText({ data, errors, extensions }: Result): string {
  if (!(data instanceof JsonText)) return JSON.stringify({ errors, data, extensions });
  const before = errors === undefined ? "" : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? "" : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}`;
}
