import { hashOf } from "@an-sinh/server/persisted-queries";
import { Kind, print, stripIgnoredCharacters, visit, type DocumentNode, type ValueNode } from "graphql";

const hashes = new WeakMap<DocumentNode, string>();

/**
 * SHA-256 of a document without its values, so that nobody finds out by trial which number or name it held. Documents
 * that differ in nothing but values and white space have one hash.
 */
export function operationHash(document: DocumentNode): string {
  const known = hashes.get(document);
  if (known !== undefined) return known;
  const hash = hashOf(stripIgnoredCharacters(print(withoutValues(document))));
  hashes.set(document, hash);
  return hash;
}

const nothing = (): ValueNode => ({ kind: Kind.NULL });

function withoutValues(document: DocumentNode): DocumentNode {
  return visit(document, {
    IntValue: nothing,
    FloatValue: nothing,
    StringValue: nothing,
    ListValue: nothing,
    ObjectValue: nothing,
  });
}
