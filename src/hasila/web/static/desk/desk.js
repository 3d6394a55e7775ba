// The desk's scripts. Every screen works without them; the report page becomes faster with them.
import { startReport } from "./report.js";

if (document.getElementById("desk")) startReport();

// Lists: j and k move through the rows, as they do through claims.
const list = document.querySelector("[data-list]");
if (list) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const step = { j: 1, KeyJ: 1, k: -1, KeyK: -1 }[event.key] ?? { KeyJ: 1, KeyK: -1 }[event.code];
    if (!step) return;
    const rows = [...list.querySelectorAll("a.row")];
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    event.preventDefault();
  });
}
