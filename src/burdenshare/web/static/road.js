// The road's form where scripts run: sliders beside their numbers, and the result without a click. Nothing needs it.
"use strict";

for (const form of document.querySelectorAll("form.roading")) {
  const field = (name) => form.elements.namedItem(name);
  const scenario = field("scenario"), own = ["target", "by", "shape"];
  const sliders = [...form.querySelectorAll("input[type=range]")];
  const tell = (slider) => slider.setAttribute("aria-valuetext", slider.dataset.of === "target" ? `${slider.value} % of GDP` : slider.value);
  const follow = () => { for (const slider of sliders) { slider.value = field(slider.dataset.of).value; tell(slider); } };
  const mine = () => { scenario.value = "own"; };

  // a shipped scenario with one target shows it in the fields; moving a field makes it a target of one's own
  const stand = () => {
    const { target, by } = scenario.selectedOptions[0]?.dataset ?? {};
    if (!target) return;
    field("target").value = target;
    field("by").value = by;
    field("shape").value = "linear";
    follow();
  };

  let under, soon;
  const show = async () => {
    if (!form.checkValidity()) return;
    under?.abort();
    under = new AbortController();
    const shown = document.querySelector("#shown");
    shown.setAttribute("aria-busy", "true");
    try {
      const asked = new URLSearchParams(new FormData(form));
      const answer = await fetch(`${form.action}?${asked}`, { signal: under.signal, headers: { Accept: "text/html" } });
      if (new URL(answer.url).pathname !== "/road") return location.assign(answer.url); // long work has a page of its own
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown.replaceChildren(...page.querySelector("#shown").childNodes);
      for (const old of document.querySelectorAll(".field-fault")) old.remove();
      for (const old of form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
      for (const fault of page.querySelectorAll(".field-fault")) {
        const beside = page.querySelector(`[aria-describedby="${fault.id}"]`);
        const here = beside && field(beside.name);
        if (here) { here.setAttribute("aria-invalid", "true"); here.setAttribute("aria-describedby", fault.id); here.closest("label").after(fault); }
        else form.prepend(fault);
      }
      for (const hidden of ["was", "stood"]) field(hidden).value = page.querySelector(`form.roading [name=${hidden}]`).value;
      if (answer.ok) history.replaceState(null, "", answer.url);
      document.dispatchEvent(new Event("shown-anew"));
    } catch (fault) {
      if (fault.name === "AbortError") return;
    }
    shown.removeAttribute("aria-busy");
  };

  for (const slider of sliders) {
    slider.hidden = false;
    slider.addEventListener("input", () => { field(slider.dataset.of).value = slider.value; tell(slider); mine(); });
  }
  form.addEventListener("input", (event) => { if (own.includes(event.target.name)) { mine(); follow(); } });
  form.addEventListener("change", (event) => {
    if (event.target === scenario) stand();
    clearTimeout(soon);
    soon = setTimeout(show, 150);
  });
  follow();
}
