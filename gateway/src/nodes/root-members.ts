/** The texts of the members of an object, by their names. The text is that of an object, without white space around its parts. */
export function rootMembers(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let at = 1;
  while (at < text.length - 1) {
    const nameEnd = endOfString(text, at);
    const end = endOfValue(text, nameEnd + 1);
    members.set(text.slice(at + 1, nameEnd - 1), text.slice(nameEnd + 1, end));
    at = end + 1;
  }
  return members;
}

/** The place after the string that begins at a place. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end < 0) throw new Error("Expected the text of an object");
  return end + 1;
}

function isEscaped(text: string, place: number): boolean {
  let start = place;
  while (text[start - 1] === "\\") start -= 1;
  return (place - start) % 2 === 1;
}

const quote = 34;
const comma = 44;
const opening: ReadonlySet<number> = new Set([91, 123]);
const closing: ReadonlySet<number> = new Set([93, 125]);

/** The place after the value that begins at a place. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at) - 1;
    else if (opening.has(code)) depth += 1;
    else if (closing.has(code) && depth > 0) depth -= 1;
    else if (closing.has(code) || (code === comma && depth === 0)) return at;
  }
  throw new Error("Expected the text of an object");
}
