"""An explanation as one HTML page that prints on one A4 sheet: no script, one style sheet inside it, no address."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from markscheme.domain.explanations import ExplainedStep, Explanation

from .explanation import clip, signed
from .explanation_text import on_one_page

STYLE = """
:root{color-scheme:light;--ink:#1b1f24;--quiet:#474d55;--rule:#c9bfa8;--adds:#0b6560;--takes:#98361f}
*{box-sizing:border-box;margin:0}
body{max-width:48rem;margin:2rem auto;padding:0 1rem;background:#fbfaf7;color:var(--ink);
font:1rem/1.5 -apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
h1,.question,.result,q{font-family:"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif}
h1{font-size:1.2rem;font-weight:400}
.question{color:var(--quiet);font-size:1rem}
.result{margin:.75rem 0 .25rem;font-size:1.44rem;line-height:1.28}
h2{margin:1.25rem 0 .25rem;font-size:1rem;border-bottom:1px solid var(--rule)}
p+p{margin-top:.25rem}
ul{padding-left:1.1rem}
table{width:100%;border-collapse:collapse;font-size:.8333rem;font-variant-numeric:tabular-nums}
th,td{padding:.2rem .5rem .2rem 0;border-bottom:1px solid #e5dfd1;text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--quiet)}
td.number,th.number{text-align:right;white-space:nowrap}
td.bar{width:22%;padding:.45rem 0 0}
svg{display:block;width:100%;height:.6rem}
.adds{fill:var(--adds)}.takes{fill:none;stroke:var(--takes);stroke-width:2}
.said{display:block;color:var(--quiet)}
.gain{color:var(--adds);font-weight:600;white-space:nowrap}
footer{margin-top:1rem;color:var(--quiet);font-size:.8333rem}
@media (max-width:40rem){td.bar,th.bar{display:none}}
@page{size:A4;margin:10mm 14mm}
@media print{html{font-size:8.3pt}body{max-width:none;margin:0;padding:0;background:none;line-height:1.28}
th,td{padding:.1rem .4rem .1rem 0}h2{margin-top:.6rem}tr,li{break-inside:avoid}td.bar{padding-top:.3rem}
.adds,.takes{print-color-adjust:exact}}
"""
# Lets a browser use the style sheet above and nothing else at all.
CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_WORDS = 12


def as_html(explanation: Explanation) -> str:
    """The page as a whole HTML document; a student's words are escaped."""
    page = on_one_page(explanation)
    title = "How this mark came about"
    raises = [
        f'{escape(raised.text)} <span class="gain">{f"+{raised.gain}" if raised.gain else ""}</span>'
        for raised in page.would_raise
    ]
    parts = [
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>',
        f'<meta name="viewport" content="width=device-width">\n<style>{STYLE}</style>\n</head>\n<body>\n<header>',
        f'<h1>{title}</h1>\n<p class="question">{escape(page.question)}</p>\n</header>\n<main>',
        f'<p class="result">{escape(page.result)}</p>\n<p>{escape(page.summary)}</p>',
        *(f"<p>{escape(sentence)}</p>" for sentence in page.meaning),
        _table(page),
        _listed("What held it down", map(escape, page.held_down)),
        _listed("What would raise it, and by how many marks", raises),
        _listed("About this text", map(escape, page.flags)),
        f"</main>\n<footer>{escape(page.scheme)}. {escape(page.closing)}</footer>\n</body>\n</html>\n",
    ]
    return "\n".join(part for part in parts if part)


def _listed(title: str, items: Iterable[str]) -> str:
    lines = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<h2>{title}</h2>\n<ul>\n{lines}\n</ul>" if lines else ""


def _table(page: Explanation) -> str:
    if not page.steps:
        return ""
    given = page.mark is not None and page.steps[-1].running is not None
    numbers = ""
    if given:
        numbers = '<th scope="col" class="number">Marks</th><th scope="col" class="number">So far</th><td class="bar"></td>'
    head = f'<tr><th scope="col">Step</th>{numbers}</tr>'
    rows = "\n".join(_row(step, page.max_mark) for step in page.steps)
    title = "Step by step" if given else "What was found"
    return f"<h2>{title}</h2>\n<table>\n<thead>{head}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(step: ExplainedStep, max_mark: int) -> str:
    said = escape(clip(step.detail, 24))
    if step.quote and step.kind == "factor":
        said += f", paragraph {step.where}: <q>{escape(clip(step.quote.quote, _WORDS))}</q>"
    cell = f'<th scope="row">{escape(step.label)}<span class="said">{said}</span></th>'
    if step.thousandths is None or step.running is None:
        return f"<tr>{cell}</tr>"
    number = (
        f'<td class="number">{signed(step.thousandths)}</td><td class="number">{step.running / 1000:.3f}</td>'
    )
    return f'<tr>{cell}{number}<td class="bar">{_bar(step.thousandths, step.running, max_mark)}</td></tr>'


def _bar(thousandths: int, running: int, max_mark: int) -> str:
    """A step of the waterfall: where the sum stood before it and stands after it, from 0 to the top mark."""
    left = min(running, running - thousandths) / max_mark
    kind = "adds" if thousandths >= 0 else "takes"
    return (
        '<svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="{kind}" x="{left:.1f}" y="2" width="{max(2.0, abs(thousandths) / max_mark):.1f}" height="16"/></svg>'
    )
