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
    if (button) { button.dataset.words = button.textContent; button.setAttribute("aria-busy", "true"); button.textContent = "Working…"; }
  });
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-busy]")) { button.removeAttribute("aria-busy"); button.textContent = button.dataset.words; }
});
for (const danger of document.querySelectorAll("button.danger")) {
  danger.addEventListener("click", (event) => { if (!confirm("Delete this report for good?")) event.preventDefault(); });
}

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
