import { render } from "preact";
import { App } from "./app.js";
import "./styles/colors.css";
import "./styles/page.css";
import "./styles/report-list.css";
import "./styles/controls.css";
import "./styles/parameters.css";
import "./styles/result.css";
import "./styles/table.css";
import "./styles/figures.css";
import "./styles/print.css";
import { followTheme } from "./theme/theme.js";

followTheme();
const place = document.getElementById("console");
if (place) render(<App />, place);
