// The report page: moving through claims, deciding by key, and showing the words that a value rests on.
import { openAdd, openForm, closeForms, pick, sendForm } from "./forms.js";
import { sent } from "./server.js";
import { enter, inMode, leave, move, take } from "./selecting.js";

const PAUSE = 250; // ms after moving on by itself in which no key decides: a key pressed twice decides once
let movedOn = -PAUSE;
let busy = false;

const desk = () => document.getElementById("desk");
const cards = () => [...desk().querySelectorAll(".card")];
export const here = () => desk().querySelector(".card.here");
const wide = () => matchMedia("(min-width: 60rem)").matches;

export function startReport() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", onClick);
  for (const kind of ["focusin", "mouseover"]) document.addEventListener(kind, onPoint);
  const named = document.getElementById(location.hash.slice(1) || "desk");
  go(named?.matches(".card") ? named : cards().find((card) => card.dataset.awaiting === "1") ?? cards()[0]);
}

function go(card, scroll = true) {
  if (!card) return;
  here()?.classList.remove("here");
  card.classList.add("here");
  card.focus({ preventScroll: true });
  if (scroll) show(card);
  light([], null);
}

// The whole card is brought into view, its head first: what is doubtful stands there.
function show(card) {
  const box = card.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) card.scrollIntoView({ block: box.height > innerHeight - 16 ? "start" : "nearest" });
  const words = desk().querySelector(`#words mark[data-fields~="${card.dataset.claim}:quote"]`);
  if (words && wide()) {
    const pane = words.closest(".text");
    const [at, frame] = [words.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (at.top < frame.top + 40 || at.bottom > frame.bottom - 80) pane.scrollTop += at.top - frame.top - frame.height / 3;
  }
}

function light(marks, said) {
  for (const mark of desk().querySelectorAll("#words mark")) {
    mark.classList.toggle("lit", marks.includes(mark));
    mark.classList.toggle("near", !!here() && mark.dataset.claims.split(" ").includes(here().dataset.claim));
  }
  for (const value of desk().querySelectorAll(".value.lit")) value.classList.remove("lit");
  if (said !== null) document.getElementById("evidence").textContent = said;
}

// Pointing at a value lights its words; pointing at words lights the values that rest on them.
function onPoint(event) {
  const value = event.target.closest?.(".value");
  const card = event.target.closest?.(".card");
  if (event.type === "focusin" && card && card !== here()) {
    here()?.classList.remove("here");
    card.classList.add("here");
  }
  if (value && card) {
    const name = `${card.dataset.claim}:${value.dataset.field}`;
    const marks = [...desk().querySelectorAll(`#words mark[data-fields~="${name}"]`)];
    const said = [...value.querySelectorAll("q.own")].map((q) => `«${q.textContent}»`).join(" ");
    return light(marks, said ? `${value.querySelector("dt").textContent}: ${said}` : "");
  }
  const mark = event.target.closest?.("#words mark");
  if (!mark || inMode()) return;
  light([mark], null);
  for (const name of mark.dataset.fields.split(" ")) {
    const [claim, field] = name.split(":");
    desk().querySelector(`.card[data-claim="${claim}"] .value[data-field="${field}"]`)?.classList.add("lit");
  }
}

function keyOf(event) {
  if (event.key === "?" || event.key === "؟") return "?";
  if (event.key === "Escape" || event.key === "Enter" || event.key.startsWith("Arrow")) return event.key;
  if (event.code === "BracketRight") return "]";
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
  return event.shiftKey ? letter.toUpperCase() : letter; // by place on the keyboard where it types Arabic letters
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const key = keyOf(event);
  if (key === "Escape") return inMode() ? leave() : closeForms() && go(here(), false);
  if (inMode() && (key.startsWith("Arrow") || key === "Enter")) {
    event.preventDefault();
    return key === "Enter" ? take() : move(key, event.shiftKey);
  }
  if (event.target.closest("input, select, textarea")) return;
  const step = { j: 1, k: -1 }[key];
  const known = step || "abBcrsnuv?]".includes(key);
  if (!known || key.length > 1) return;
  if (!(key === "n" && event.repeat)) event.preventDefault();
  if (step) {
    const all = cards();
    return go(all[Math.min(Math.max(all.indexOf(here()) + step, 0), all.length - 1)]);
  }
  if (event.repeat || busy) return;
  if (key === "?") return document.getElementById("keys").showModal();
  if (key === "v") return enter(here());
  if (key === "n") return openAdd();
  if (key === "]") return desk().dataset.following && location.assign(desk().dataset.following);
  if (key === "u") return submit(desk().querySelector("form[data-undo]"));
  if (performance.now() - movedOn < PAUSE) return;
  const wanted = here()?.querySelector(`[data-key="${key}"]`);
  if (!wanted || wanted.querySelector("button:disabled")) return;
  return wanted.matches("form") ? submit(wanted) : openForm(here(), wanted.href);
}

function onSubmit(event) {
  const form = event.target;
  if (!form.closest("#desk") || form.method === "dialog") return;
  event.preventDefault();
  submit(form);
}

function onClick(event) {
  const doing = event.target.closest("[data-do]")?.dataset.do;
  if (doing === "help") document.getElementById("keys").showModal();
  if (doing === "add") openAdd();
  const opening = event.target.closest('a[data-key="c"], a[data-key="s"]');
  if (opening && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    go(opening.closest(".card"), false);
    openForm(here(), opening.href);
  }
  const button = event.target.closest("[data-pick]");
  if (button) pick(button);
  if (event.target.closest("[data-cancel]")) {
    event.preventDefault();
    closeForms();
    go(here(), false);
  }
}

async function submit(form) {
  if (!form || busy) return;
  busy = true;
  try {
    const from = form.closest(".card")?.id ?? here()?.id;
    const answer = form.dataset.form ? await sendForm(form) : await sent(form);
    if (answer) replace(answer, from);
  } finally {
    busy = false;
  }
}

// The server's page is the truth: its desk takes the place of this one. Then on to the next claim that waits.
function replace(answer, from) {
  const made = answer.document.getElementById("desk");
  if (!made) {
    const sentence = answer.document.querySelector(".sentence")?.textContent ?? answer.document.body.textContent;
    document.getElementById("evidence").textContent = sentence.trim().slice(0, 300);
    return;
  }
  const scrolled = desk().querySelector(".text").scrollTop;
  desk().replaceWith(document.adoptNode(made));
  desk().querySelector(".text").scrollTop = scrolled;
  const all = cards();
  const at = all.findIndex((card) => card.id === from);
  const stays = all[at]?.dataset.awaiting === "1";
  const next = [...all.slice(Math.max(at, 0)), ...all].find((card) => card.dataset.awaiting === "1");
  if (!stays && next) movedOn = performance.now();
  go(stays ? all[at] : next ?? all[at] ?? all[0]);
}

