"""The style of exported pages: both scripts, light and dark, no file but itself."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #66615a; --line: #d9d4cb;
  --paper: #fbfaf7; --link: #8a2f1f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e5dd; --soft: #a39d93; --line: #45413b; --paper: #1d1b18; --link: #e59a83; }
}
html { background: var(--paper); color: var(--ink); }
body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1.2rem 4rem; line-height: 1.65;
  font-family: "Source Serif 4", Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC",
  SimSun, serif; overflow-wrap: anywhere; }
:lang(zh) { line-height: 1.85; font-family: "Noto Serif CJK SC", "Source Han Serif SC",
  "Songti SC", "Noto Sans CJK SC", "Microsoft YaHei", SimSun, serif; }
:lang(zh-Hant) { font-family: "Noto Serif CJK TC", "Source Han Serif TC", "Songti TC",
  "Noto Sans CJK TC", "Microsoft JhengHei", PMingLiU, serif; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 1rem 0 .4rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; }
a { color: var(--link); }
p { margin: 0 0 .9rem; }
figure { margin: 1.4rem 0; }
figure img { display: block; max-width: 100%; height: auto; margin: 0 auto .5rem; }
figcaption, .about, .way, footer, .day { color: var(--soft); font-size: .88rem; }
.about { margin-bottom: 1.4rem; }
.way { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; border-bottom: 1px solid var(--line);
  padding-bottom: .5rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .6rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dd { margin: 0; }
ol, ul { padding-left: 0; list-style: none; }
li { margin: .35rem 0; }
"""
