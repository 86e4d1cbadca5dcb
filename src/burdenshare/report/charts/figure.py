"""A chart in a page: drawn for both widths, and ready to be made live by `charts.js`."""

from __future__ import annotations

from markupsafe import Markup

from burdenshare.report.charts.drawing import svg
from burdenshare.report.charts.model import Plot
from burdenshare.report.charts.specs import spec_of


def figure_of(plot: Plot, *, spec: str = "", narrow: str = "", caption: str = "") -> Markup:
    """`<figure>` with the chart drawn wide and narrow, of which `charts.css` shows one; every word is escaped.

    `spec` and `narrow` are the addresses of the two specifications; without them the figure stays as it is drawn.
    Raises InputError where the extra `web` is not installed.
    """
    live = Markup(' data-spec="{}"').format(spec) if spec else Markup("")
    live += Markup(' data-spec-narrow="{}"').format(narrow) if spec and narrow else Markup("")
    drawn = Markup("").join(
        Markup('<div class="chart-drawn chart-{}">{}</div>').format(frame, Markup(svg(spec_of(plot, frame=frame))))
        for frame in ("wide", "narrow")
    )
    told = Markup("<figcaption>{}</figcaption>").format(caption) if caption else Markup("")
    return Markup('<figure class="chart-figure"{}>{}{}</figure>').format(live, drawn, told)
