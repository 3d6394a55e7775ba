// Talking to the desk's own server: forms are sent in the background and the page's part is put in place of the old.

export async function page(address, options = {}) {
  const response = await fetch(address, { credentials: "same-origin", ...options });
  return { ok: response.ok, document: new DOMParser().parseFromString(await response.text(), "text/html") };
}

export function sent(form) {
  return page(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(new FormData(form)) });
}

export function piece(address) {
  return page(address, { headers: { "X-Desk-Piece": "1" } });
}

export async function json(address) {
  const response = await fetch(address, { credentials: "same-origin" });
  return response.ok ? response.json() : null;
}
