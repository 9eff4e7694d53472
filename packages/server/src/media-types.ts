import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

/** The media types of an answer. */
export const json = "application/json; charset=utf-8";
export const graphQLResponse = "application/graphql-response+json; charset=utf-8";

const html = "text/html";
const charset = /; charset=utf-8$/;
const types = [json, graphQLResponse];

interface Accepted {
  /** Undefined: none that an answer could have. */
  readonly answer: string | undefined;
  readonly prefersHtml: boolean;
}

const known = new LRUCache<string, Accepted>({ max: 100 });

/** What a header Accept asks for. Without the header it is application/json, as it is where both types are welcome. */
export function negotiateMediaType(accept: string | undefined): Accepted {
  const ranges = accept || "*/*";
  return known.get(ranges) ?? negotiate(ranges);
}

function negotiate(accept: string): Accepted {
  // JSON has no parameters, so none but the weight says what a client can read.
  const ranges = accept.replaceAll(/;\s*(?!q\s*=)[^;,]*/gi, "");
  const negotiator = new Negotiator({ headers: { accept: ranges } });
  const essences = types.map((type) => type.replace(charset, ""));
  const best = negotiator.mediaType(essences);
  const accepted = {
    answer: types.find((type) => type.replace(charset, "") === best),
    prefersHtml: negotiator.mediaType([...essences, html]) === html,
  };
  known.set(accept, accepted);
  return accepted;
}
