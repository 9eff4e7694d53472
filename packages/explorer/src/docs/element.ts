type Child = Node | string | undefined;

/** An element with attributes and children. Texts stay texts: nothing of them is read as HTML. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Paragraphs, with what stands between backticks as code. */
export function prose(text: string | undefined): HTMLElement | undefined {
  if (text === undefined) return undefined;
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => element("p", {}, ...inline(paragraph)));
  return element("div", { class: "prose" }, ...paragraphs);
}

const inline = (text: string) =>
  text.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
