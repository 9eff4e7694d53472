/** What an id of `node` names. */
export interface NodeName {
  readonly typeName: string;
  /** Unique within the type. */
  readonly id: string;
}

/** Undefined: it is none that this graph has made. Of each object there is one id only: no other text stands for it. */
export function readNodeId(nodeId: string): NodeName | undefined {
  const text = Buffer.from(nodeId, "base64url").toString();
  const end = text.indexOf(":");
  if (end < 1 || Buffer.from(text).toString("base64url") !== nodeId) return undefined;
  return { typeName: text.slice(0, end), id: text.slice(end + 1) };
}
