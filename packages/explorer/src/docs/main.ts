import { element } from "./element.js";
import { readOtherPages } from "../served-pages.js";
import { readSchema, search, type Schema } from "./schema.js";
import { showType } from "./show-type.js";

const mostFound = 300;

function at<Found extends HTMLElement>(id: string, kind: new () => Found): Found {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`Expected an element with the id ${id}`);
}

const [names, shown, pages, sought] = [
  at("names", HTMLElement),
  at("shown", HTMLElement),
  at("pages", HTMLElement),
  at("search", HTMLInputElement),
];

function listNames(schema: Schema): void {
  const found = search(schema, sought.value);
  const items = found.slice(0, mostFound).map(({ path, isDeprecated }) => {
    const link = element("a", { href: `#${path}` }, path);
    if (isDeprecated) link.className = "old";
    return element("li", {}, link);
  });
  const none = found.length === 0 ? element("p", {}, "Nothing has such a name.") : "";
  names.replaceChildren(element("ul", {}, ...items), none);
}

/** The address names a type or a field: "#Household", "#Household.loans". */
function show(schema: Schema): void {
  const path = location.hash.slice(1) || "Query";
  const type = schema.types.get(path.split(".", 1)[0] ?? "");
  document.title = `${path}: reference`;
  if (!type) return shown.replaceChildren(`The schema has no type ${path}.`);
  shown.replaceChildren(...showType(schema, type));
  for (const marked of names.querySelectorAll("[aria-current]")) marked.removeAttribute("aria-current");
  names.querySelector(`[href="#${CSS.escape(type.name.value)}"]`)?.setAttribute("aria-current", "page");
  const field = document.getElementById(path);
  field?.classList.add("sought");
  (field ?? shown).scrollIntoView({ block: "start" });
}

async function linkPages(): Promise<void> {
  const others = await readOtherPages("/docs/");
  pages.prepend(...others.flatMap(({ path, title }) => [element("a", { href: path }, title), " "]));
}

async function start(): Promise<void> {
  const response = await fetch("/schema.graphql");
  if (!response.ok) throw new Error(`The schema cannot be read: ${response.status}.`);
  const schema = readSchema(await response.text());
  sought.addEventListener("input", () => listNames(schema));
  addEventListener("hashchange", () => show(schema));
  listNames(schema);
  show(schema);
}

void linkPages();
start().catch((error: unknown) => shown.replaceChildren(String(error)));
