// What a page gains where scripts run: filters without a round trip, and notes that come and go. Nothing needs it.
"use strict";

const fits = (card, wanted) =>
  (!wanted.kind || card.dataset.kind === wanted.kind) &&
  (!wanted.speaker || card.dataset.speaker === wanted.speaker) &&
  (!wanted.verdict_then || card.dataset.then === wanted.verdict_then) &&
  (!wanted.verdict_now || card.dataset.now === wanted.verdict_now);

for (const form of document.querySelectorAll("form.filters")) {
  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    for (const card of document.querySelectorAll(".card[data-kind]")) {
      const out = !fits(card, wanted);
      card.closest(".slot")?.classList.toggle("out", out);
      for (const mark of document.querySelectorAll(`a.mark[href="#${card.id}"]`)) mark.classList.toggle("faded", out);
    }
    document.querySelector(".some-out")?.remove();
  };
  form.addEventListener("change", show);
  form.querySelector("button").hidden = true;
}

for (const form of document.querySelectorAll("form.ask")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button.main");
    if (button) { button.dataset.words = button.textContent; button.setAttribute("aria-busy", "true"); button.textContent = "Working…"; }
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-busy]")) { button.removeAttribute("aria-busy"); button.textContent = button.dataset.words; }
});
for (const danger of document.querySelectorAll("button.danger")) {
  danger.addEventListener("click", (event) => { if (!confirm("Delete this report for good?")) event.preventDefault(); });
}

// Charts come alive when they are looked at: what that needs (about a megabyte) is fetched then, and never before.
const needed = document.querySelector("script[data-charts]")?.dataset.charts.split(" ") ?? [];
const fetched = (address) => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement("script"), { src: address, onload: done, onerror: failed }));
});
let asked = false;
const looked = new IntersectionObserver(async (seen) => {
  if (asked || !seen.some((one) => one.isIntersecting)) return;
  asked = true;
  looked.disconnect();
  try { for (const address of needed) await fetched(address); } catch { /* the drawings say all the same */ }
});
const watch = () => {
  if (asked) document.dispatchEvent(new Event("charts-added"));
  else for (const figure of document.querySelectorAll("figure[data-spec]")) looked.observe(figure);
};
watch();
document.addEventListener("shown-anew", watch);

// The slider of releases: the view of a day without a click, and a link to it in the address.
for (const form of document.querySelectorAll("form.sliding")) {
  const slider = form.querySelector("input[type=range]");
  const stops = [...form.querySelectorAll("#days option")];
  const said = form.querySelector("output");
  const shown = document.querySelector("#shown");
  let under;
  const name = () => { said.textContent = stops[slider.value].label; slider.setAttribute("aria-valuetext", said.textContent); };
  const address = () => {
    const told = new URLSearchParams(new FormData(form));
    told.delete("step");
    told.set("on", stops[slider.value].dataset.on);
    return `${form.action}?${told}`;
  };
  const show = async () => {
    if (!form.checkValidity()) return;
    under?.abort();
    under = new AbortController();
    shown.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address(), { signal: under.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const made = page.querySelector("#shown") ?? page.querySelector(".fault");
      shown.replaceChildren(...(made.id === "shown" ? made.children : [made]));
      for (const part of ["h1", "title"]) document.querySelector(part).textContent = page.querySelector(part).textContent;
      if (answer.ok) history.replaceState(null, "", address());
      watch();
    } catch (fault) {
      if (fault.name === "AbortError") return;
    }
    shown.removeAttribute("aria-busy");
  };
  let soon;
  slider.addEventListener("input", () => { name(); clearTimeout(soon); soon = setTimeout(show, 120); });
  form.addEventListener("change", (event) => { if (event.target !== slider) show(); });
  name();
  form.querySelector("button.main").hidden = true;
}

// Long work tells how far it is.
for (const section of document.querySelectorAll("[data-work]")) {
  const bar = section.querySelector("progress"), steps = section.querySelector(".steps"), doing = section.querySelector(".doing");
  const ask = async () => {
    const answer = await fetch(section.dataset.work, { headers: { accept: "application/json" } }).catch(() => null);
    const task = answer?.ok ? await answer.json() : null;
    if (answer && !answer.ok) return location.reload();
    if (task && !["waiting", "running"].includes(task.state)) return task.result ? location.replace(task.result) : location.reload();
    if (task?.state === "running") {
      if (task.total) { bar.max = task.total; bar.value = task.done; }
      steps.textContent = `${task.done} of ${task.total || "?"} steps done`;
      doing.textContent = task.doing ? `: ${task.doing}` : "";
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
}
for (const boxes of document.querySelectorAll("[data-boxes]")) {
  // Without scripts all boxes stand there; with them the empty ones come one by one.
  const all = [...boxes.querySelectorAll("fieldset")], more = boxes.querySelector("button[data-more]");
  const spare = all.filter((box, at) => at > 1 && !box.querySelector("textarea").value);
  const show = () => { more.hidden = !spare.length; };
  for (const box of spare) box.hidden = true;
  more.addEventListener("click", () => {
    const next = spare.shift();
    if (next) { next.hidden = false; next.querySelector("textarea").focus(); }
    show();
  });
  show();
}
