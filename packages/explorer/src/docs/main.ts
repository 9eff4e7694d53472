document.querySelector("#root")?.append("…");
