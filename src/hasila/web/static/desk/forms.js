// The forms beside a claim: correct, split and add, and taking words of the report into them.
import { json, piece, sent } from "./server.js";
import { enter, selected } from "./selecting.js";

const desk = () => document.getElementById("desk");

export async function openForm(card, address) {
  const place = card.querySelector(".form-here");
  await fill(place, address);
  place.querySelector("input:not([type=hidden]), select")?.focus({ preventScroll: true });
  place.querySelector("form")?.scrollIntoView({ block: "nearest" });
}

export async function openAdd() {
  const span = selected();
  const query = span ? `?quote_start=${span.start}&quote_end=${span.end}` : "";
  let place = document.getElementById("adding");
  if (!place) {
    place = document.createElement("div");
    place.id = "adding";
    desk().querySelector(".cards").before(place);
  }
  await fill(place, desk().dataset.add + query);
  place.scrollIntoView({ block: "nearest" });
  place.querySelector("input:not([type=hidden]), select, button")?.focus({ preventScroll: true });
}

async function fill(place, address) {
  const answer = await piece(address);
  put(place, answer.document);
}

function put(place, made) {
  closeForms();
  const form = made.querySelector("form.claim-form");
  if (!form) return;
  place.replaceChildren(document.adoptNode(form));
  place.hidden = false;
  if (!place.isConnected) desk().querySelector(".cards").before(place);
}

export function closeForms() {
  let closed = false;
  for (const place of desk().querySelectorAll(".form-here, #adding")) {
    closed ||= place.childElementCount > 0;
    place.replaceChildren();
    if (place.id === "adding") place.remove();
    else place.hidden = true;
  }
  return closed;
}

// Send a form. If the server gives the form back with a sentence, show it; else give its page.
export async function sendForm(form) {
  const place = form.parentElement;
  const answer = await sent(form);
  if (answer.ok || !answer.document.querySelector("form.claim-form")) return answer;
  put(place, answer.document);
  return null;
}

// Take the selected words into a field; with nothing selected, let the arrow keys select them first.
export function pick(button) {
  const span = selected();
  if (span) return taken(button, span);
  enter(button.closest(".card"), (found) => {
    taken(button, found);
    button.focus();
  });
}

async function taken(button, span) {
  const told = await json(`${desk().dataset.words}?start=${span.start}&end=${span.end}`);
  if (!told) return;
  const [form, name] = [button.closest("form"), button.dataset.pick];
  form.querySelector(`[name="${name}_start"]`).value = told.start;
  form.querySelector(`[name="${name}_end"]`).value = told.end;
  const shown = form.querySelector(`[data-picked="${name}"]`);
  shown.textContent = told.text;
  shown.hidden = false;
  const fields = button.closest("fieldset") ?? (form.dataset.form === "add" ? form : null);
  if (!told.count || !fields?.querySelector("[data-low]")) return;
  fields.querySelector("[data-low]").value = told.count.low ?? "";
  fields.querySelector("[data-high]").value = told.count.high ?? "";
  const approx = fields.querySelector("[data-approx]");
  if (approx) approx.checked = told.count.approx;
}
