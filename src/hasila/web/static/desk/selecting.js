// Words of the report as offsets in code points; selecting them with the mouse or, after "v", with the arrow keys.

let words = null; // in the mode: every word as { node, start, end }
let anchor = 0;
let focus = 0;
let taker = null; // what is done with the words when Enter takes them

const text = () => document.getElementById("words");
export const inMode = () => words !== null;

function pieces() {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.parentElement.closest("[data-s]")) found.push(walker.currentNode);
  return found;
}

// The offset of a point of the page: where its segment starts, and so many code points further.
function offsetOf(node, at) {
  let [piece, inside] = [node, at];
  if (node.nodeType !== Node.TEXT_NODE || !node.parentElement.closest("[data-s]")) {
    const point = document.createRange();
    point.setStart(node, at);
    const all = pieces();
    piece = all.find((p) => point.comparePoint(p, 0) >= 0);
    inside = 0;
    if (!piece) [piece, inside] = [all.at(-1), all.at(-1)?.data.length ?? 0];
  }
  if (!piece) return null;
  return Number(piece.parentElement.closest("[data-s]").dataset.s) + [...piece.data.slice(0, inside)].length;
}

// What is selected in the report now, as { start, end }, or null.
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text().contains(range.commonAncestorContainer)) return null;
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  return start === null || end === null || start >= end ? null : { start, end };
}

// Begin to select by words, at the words of a claim; `then` gets the offsets when Enter takes them.
export function enter(card, then = null) {
  words = pieces().flatMap((node) => [...node.data.matchAll(/\S+/gu)].map((m) => ({ node, start: m.index, end: m.index + m[0].length })));
  if (!words.length) return leave();
  const mark = card && text().querySelector(`mark[data-fields~="${card.dataset.claim}:quote"]`);
  anchor = focus = Math.max(words.findIndex((word) => mark?.contains(word.node)), 0);
  taker = then;
  text().focus({ preventScroll: true });
  draw();
}

export function leave() {
  words = null;
  taker = null;
}

export function take() {
  const [span, then] = [selected(), taker];
  leave();
  if (span && then) then(span);
}

export function move(key, extend) {
  const forward = getComputedStyle(text()).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const step = key === "ArrowUp" ? -8 : key === "ArrowDown" ? 8 : key === forward ? 1 : -1;
  focus = Math.min(Math.max(focus + step, 0), words.length - 1);
  if (!extend) anchor = focus;
  draw();
}

function draw() {
  const [first, last] = [words[Math.min(anchor, focus)], words[Math.max(anchor, focus)]];
  getSelection().setBaseAndExtent(first.node, first.start, last.node, last.end);
  words[focus].node.parentElement.scrollIntoView({ block: "nearest" });
}
