"""Of a web page the article is read, as it is shown."""

import pytest

from .files import page, words_of

LONG = "Bashkia Berat fton qytetarët në takimin publik për buxhetin e vitit 2027. " * 4


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<h1>NJOFTIM</h1><p>Takimi\n  mbahet<br>nesër.</p>", "NJOFTIM\n\nTakimi mbahet\nnesër."),
        ("<div>një</div><div>dy</div>", "një\ndy"),
        ("<p style='margin-bottom: 0in'>një</p><p style='margin:0cm'>dy</p>", "një\ndy"),
        ("<ul><li>një<li>dy</ul>", "• një\n• dy"),
        ("a<script>x()</script><style>p{}</style><nav>Kreu</nav><footer>© 2026</footer>b", "ab"),
        ("<p>Takimi <span style='display: none'>12</span><span hidden>13</span>14 mars</p>", "Takimi 14 mars"),
        ("<table><tr><th>Data<th>Ora<tr><td>12 <b>mars</b><td>10:00</table>", "| Data | Ora |\n| 12 mars | 10:00 |"),
        (
            "<table><tr><td rowspan=2>12 mars<td>10:00<td>a<tr><td>12:00<td>b</table>",
            "| 12 mars | 10:00 | a |\n| 12 mars | 12:00 | b |",
        ),
        (
            "<table><tr><td>a<td rowspan='2'>b<tr><td>c<tr><td>d<td>e</table>",
            "| a | b |\n| c | b |\n| d | e |",
        ),
        ("<table><tr><td colspan=2>Kur<td>Ku<tr><td>a<td>b<td>c</table>", "| Kur |  | Ku |\n| a | b | c |"),
        ("<table><tr><td><p>NJOFTIM</p><p>Takimi</p></table>", "NJOFTIM\n\nTakimi"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>", "| a | b c |\n| d | e |"),
        ("kon&shy;sul&shy;tim &amp; ë&ccedil;", "kon\u00adsul\u00adtim & ëç"),
        (
            "<p>Drafti është <a href='https://berat.example/d'>këtu</a>.</p>",
            "Drafti është këtu (https://berat.example/d).",
        ),
        ("<p><a href='https://facebook.example/share'>Shpërndaje</a></p>", "Shpërndaje"),
        ("<p><a href='mailto:info@berat.example'>Na shkruani</a></p>", "Na shkruani (info@berat.example)"),
        (f"<div>Menuja</div><article><p>{LONG}</p></article><div>Lajme të tjera</div>", LONG.strip()),
        (f"<div>{LONG}</div><article>Lexo më shumë</article>", f"{LONG.strip()}\nLexo më shumë"),
    ],
)
def test_it_says(inner: str, said: str) -> None:
    assert words_of(page(inner)).strip() == said


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-8-sig", "utf-16"])
def test_it_is_read_in_whatever_it_is_written(encoding: str) -> None:
    assert words_of("<html><body><p>Të gjithë ftohen në këshill, ç’do të thotë</p></body></html>".encode(encoding)) == (
        "Të gjithë ftohen në këshill, ç’do të thotë"
    )
