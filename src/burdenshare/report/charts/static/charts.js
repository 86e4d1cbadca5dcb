/* Makes charts live where it can: <figure data-spec="/url.json" data-spec-narrow="/url.json"> holds a drawn chart, and
   keeps it whenever anything fails. A page that adds figures later sends itself the event "charts-added". Needs vega.js before it; works under script-src 'self' and style-src 'self'. */
"use strict";
(() => {
  const NARROW = 560; // pixels of a figure under which the narrow chart stands, as in charts.css

  // the colours of a specification by their meaning; charts.css gives each its own in the dark and in print
  const ROLES = {
    "#fbfaf7": "paper", "#1d1d1f": "ink", "#5c5c63": "quiet", "#dcd9d0": "rule", "#0072b2": "line",
    "#0072b3": "meets", "#d55e00": "below", "#6a6a6f": "open", "#cc79a7": "said", "#009e73": "supported",
    "#56b4e9": "close", "#e69f00": "depends", "#d55e01": "contradicted", "#cc79a8": "unverifiable",
  };

  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;

  function told(handler, event, item, value) {
    if (value === null || value === undefined || value === "") {
      tip.hidden = true;
      return;
    }
    tip.textContent = typeof value === "object" ? Object.values(value).join("\n") : String(value);
    tip.hidden = false;
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${window.scrollX + Math.max(8, Math.min(event.clientX + 14, room))}px`;
    tip.style.top = `${window.scrollY + event.clientY + 14}px`;
  }

  function named(colour) {
    const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
    const hex = parts ? `#${parts.slice(1).map((one) => Number(one).toString(16).padStart(2, "0")).join("")}` : colour;
    return ROLES[(hex || "").toLowerCase()];
  }

  function dressed(stage) {
    for (const part of stage.querySelectorAll("svg *")) {
      const fill = named(part.getAttribute("fill") || part.style.fill);
      const stroke = named(part.getAttribute("stroke") || part.style.stroke);
      if (fill) part.classList.add(`f-${fill}`);
      if (stroke) part.classList.add(`s-${stroke}`);
    }
    const drawn = stage.querySelector("svg");
    if (drawn) drawn.classList.add("chart");
  }

  async function live(figure) {
    const narrow = figure.clientWidth < NARROW && figure.dataset.specNarrow;
    const answer = await fetch(narrow || figure.dataset.spec, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${answer.status} for the specification`);
    const spec = await answer.json();
    const stage = document.createElement("div");
    stage.className = "chart-live";
    const made = await window.vegaEmbed(stage, spec, {
      mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, tooltip: told,
    });
    dressed(stage);
    made.view.addEventListener("click", (event, item) => {
      if (item && item.datum && item.datum.release) {
        figure.dispatchEvent(new CustomEvent("chart-point", { bubbles: true, detail: { ...item.datum } }));
      }
    });
    for (const drawn of figure.querySelectorAll(".chart-drawn")) drawn.remove();
    figure.prepend(stage);
    figure.dataset.chart = "live";
  }

  function start() {
    if (typeof window.vegaEmbed !== "function") return;
    if (!tip.isConnected) document.body.append(tip);
    for (const figure of document.querySelectorAll("figure[data-spec]:not([data-chart])")) near.observe(figure);
  }

  // a chart is made live when it comes near: one that nobody scrolls to or opens asks for nothing
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting || target.dataset.chart) continue;
      near.unobserve(target);
      target.dataset.chart = "making";
      live(target).catch(() => { target.dataset.chart = "drawn"; }); // the drawing says all the same
    }
  }, { rootMargin: "200px" });

  document.addEventListener("charts-added", start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
