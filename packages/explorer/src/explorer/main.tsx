import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./explorer.css";
import { Explorer } from "./explorer.jsx";
import { readGraph } from "./graph.js";

const root = document.querySelector("#root");
if (!root) throw new Error("Expected an element with the id root");
const graph = await readGraph();
document.title = `${graph.title}: explorer`;
createRoot(root).render(<Explorer graph={graph} />);
