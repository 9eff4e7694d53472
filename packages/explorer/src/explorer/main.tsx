import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";
import { Explorer } from "./explorer.jsx";
import { readAsked } from "./asked-operation.js";
import { readGraph } from "./graph.js";
import { readOtherPages } from "../served-pages.js";
import { tabStorage } from "./tab-storage.js";

const root = document.querySelector("#root");
if (!root) throw new Error("Expected an element with the id root");
// Until someone moves the bar, the editor is wider than the answer, whose lines are short.
if (tabStorage.getItem("graphiql:editorFlex") === null) tabStorage.setItem("graphiql:editorFlex", "1.5");
const [graph, pages] = await Promise.all([readGraph(), readOtherPages("/explorer/")]);
document.title = `${graph.title}: explorer`;
const asked = readAsked(location.hash, graph.examples);
// What is asked is now in the editor's tab: the address would ask it again at each reload.
if (location.hash !== "") history.replaceState(null, "", location.pathname);
addEventListener("hashchange", () => location.reload());
createRoot(root).render(<Explorer graph={graph} pages={pages} asked={asked} />);
