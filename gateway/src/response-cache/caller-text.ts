import { writeCaller, type Caller } from "@an-sinh/server/caller";

const shared = new WeakMap<Caller, string>();

/** All that a department may decide by, whoever asks: two callers with the same text get the same response. */
function sharedText(caller: Caller): string {
  const known = shared.get(caller);
  if (known !== undefined) return known;
  const { subject, scopes, areas } = caller;
  const text = JSON.stringify([subject !== null, scopes, areas]);
  shared.set(caller, text);
  return text;
}

/** Whether a response to the caller has nothing that needs a scope or an area. */
export const hasNoRights = ({ scopes, areas }: Caller): boolean => scopes.length === 0 && areas.length === 0;

/** The text of those who may get a response to this caller. It has no line break. */
export const callerText = (caller: Caller, isPrivate: boolean): string =>
  isPrivate ? `private ${writeCaller(caller)}` : `shared ${sharedText(caller)}`;
