// What a page gains where scripts run: filters without a round trip, and notes that come and go. Nothing needs it.
"use strict";

const fits = (card, wanted) =>
  (!wanted.kind || card.dataset.kind === wanted.kind) &&
  (!wanted.speaker || card.dataset.speaker === wanted.speaker) &&
  (!wanted.verdict || card.dataset.then === wanted.verdict || card.dataset.now === wanted.verdict);

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
    if (button) { button.setAttribute("aria-busy", "true"); button.textContent = "Working…"; }
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-busy]")) { button.removeAttribute("aria-busy"); button.textContent = "Check"; }
});
for (const danger of document.querySelectorAll("button.danger")) {
  danger.addEventListener("click", (event) => { if (!confirm("Delete this report for good?")) event.preventDefault(); });
}
