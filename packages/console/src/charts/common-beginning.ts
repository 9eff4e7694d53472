/** The whole words with which all names begin: what tells them apart stays. Empty for one name. */
export function commonBeginning([first = "", ...others]: readonly string[]): string {
  if (others.length === 0) return "";
  let length = 0;
  while (length < first.length && others.every((name) => name[length] === first[length])) length++;
  const words = first.slice(0, length);
  return words.slice(0, words.lastIndexOf(" ") + 1);
}
