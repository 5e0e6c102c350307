# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that a compiler does not know (docs/architecture.md)."""

import re
from pathlib import Path

from tree import ROOT, Finding

MOST_LINES = 400
# Files that hold one idea which needs more lines than that.
LONG_FILES = {
    "COPYING": "the licence as published",
    "resources/collector.sh": "one script travels to the host in one piece and includes nothing",
}
LONG_KINDS = (".ts", ".json", ".svg")  # written by tools, read by programs
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
# Written by tools, without comments, or the configuration of a lab host as administrators write it.
NO_COMMENTS = (".cf", ".conf", ".json", ".svg", ".txt", ".md", ".ts", ".qrc", ".xml")

UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
BLOCKING = re.compile(r"processEvents\s*\(|\bwaitFor[A-Z]\w*\s*\(|\bQEventLoop\b|[.>]exec\s*\(|\bsleep\s*\(")
RICH = re.compile(r"Qt::(RichText|AutoText|MarkdownText)|\bsetHtml\s*\(|\btoHtml\s*\(|\binsertHtml\s*\("
                  r"|\bsetMarkdown\s*\(|\bappendHtml\s*\(|\bmightBeRichText\b")
GUESSING = re.compile(r"#include <(QLabel|QMessageBox|QErrorMessage|QTextEdit|QTextBrowser|QInputDialog"
                      r"|QProgressDialog|QToolTip|QWhatsThis)>")
# The one file that may know the class, because it fixes the format for everybody.
GUESSING_ALLOWED = {"QLabel": "ui/widgets/label.h"}
TOOLTIP = re.compile(r"\bsetToolTip\s*\(\s*(?!tr\(|QString\(\)|\{\}|QCoreApplication::translate\()(?!.*plainToolTip\()(.*)")
SINGLETON = re.compile(r"\bstatic\s+\w+[&*]\s*instance\s*\(")


def _comment_may_lead(source):
    name = Path(source.path).name
    if name in ("CMakeLists.txt",):
        return True
    return not (name.startswith(".") or name == "COPYING" or source.path.startswith(
        ("tests/data/", "tests/fuzz/corpus/", "resources/licenses/")) or name.endswith(NO_COMMENTS))


def check_licence(source):
    """SPDX stands in the first line, or in the second behind #!."""
    if not _comment_may_lead(source) or not source.text:
        return
    lines = source.text.split("\n")
    first = lines[1] if lines[0].startswith("#!") and len(lines) > 1 else lines[0]
    if SPDX not in first:
        yield Finding(source.path, 1, f"the first line must hold {SPDX}")


def check_length(source):
    count = source.text.count("\n")
    if count <= MOST_LINES or source.path in LONG_FILES or source.path.endswith(LONG_KINDS):
        return
    if source.path.startswith(("tests/data/", "tests/fuzz/corpus/")):
        return
    yield Finding(source.path, MOST_LINES + 1,
                  f"{count} lines: split it, or name it in LONG_FILES of tests/lint/house.py with the reason")


def check_moc_macro(source):
    """AUTOMOC silently skips a class whose macro shares its line with something else."""
    if not source.is_cpp():
        return
    for number, line in source.lines():
        if re.search(r"\bQ_(OBJECT|GADGET|NAMESPACE)\b", line) and not re.match(
                r"^\s*Q_(OBJECT|GADGET|NAMESPACE)$", line) and not line.lstrip().startswith("//"):
            yield Finding(source.path, number, "the macro for moc must stand alone on its line")


def check_unfinished(source):
    if source.path.startswith(("tests/data/", "tests/fuzz/corpus/")) or source.path == "COPYING":
        return
    for number, line in source.lines():
        match = UNFINISHED.search(line)
        # "mktemp foo.XXXXXX" is a template, no remark.
        if match and not re.search(r"X{4,}", line):
            yield Finding(source.path, number, f"finish it now or open an issue: {match.group(0)}")


def check_gui_thread(source):
    if not source.is_cpp() or not source.within("ui", "app/gui"):
        return
    for number, line in source.lines():
        match = BLOCKING.search(line)
        if match and not re.search(r"\bQ(Gui)?(Core)?Application::exec|\bapp(lication)?\.exec", line):
            yield Finding(source.path, number,
                          f"the GUI thread never waits and never nests event loops: {match.group(0).strip()}")


def check_plain_text(source):
    """Text of a host is hostile: it is shown as plain text only, through the helpers that say so."""
    if not source.is_cpp() or not source.within("ui", "app/gui"):
        return
    for number, line in source.lines():
        match = RICH.search(line)
        if match:
            yield Finding(source.path, number, f"host text is never rich text: {match.group(0)}")
        match = GUESSING.search(line)
        if match and GUESSING_ALLOWED.get(match.group(1)) != source.path:
            yield Finding(source.path, number,
                          f"{match.group(1)} guesses the format of its text; use ui/widgets/label.h and page notices")
        match = TOOLTIP.search(line)
        if match and match.group(1).strip():
            yield Finding(source.path, number, "tooltips go through tr() or plainToolTip()")


def check_no_singleton(source):
    if source.is_cpp() and source.within("models", "remote", "ui", "app"):
        for number, line in source.lines():
            if SINGLETON.search(line):
                yield Finding(source.path, number, "pass the object; no instance()")


def check_builder_paths(source, root=ROOT):
    """Nothing names the checkout it was written in."""
    if len(root.parts) < 3:
        return
    for number, line in source.lines():
        if str(root) in line or str(root.parent) + "/" in line:
            yield Finding(source.path, number, "names a path of the machine that it was written on")


CHECKS = (check_licence, check_length, check_moc_macro, check_unfinished, check_gui_thread,
          check_plain_text, check_no_singleton, check_builder_paths)


def check_listed(all_sources):
    """Every .cpp is compiled: its folder's CMakeLists.txt, or a test by name, mentions it."""
    lists = {source.path: source.text for source in all_sources
             if source.path.endswith("CMakeLists.txt")}
    for source in all_sources:
        if not source.path.endswith(".cpp"):
            continue
        folder = Path(source.path).parent
        name = Path(source.path).name
        listing = lists.get((folder / "CMakeLists.txt").as_posix())
        above = lists.get((folder.parent / "CMakeLists.txt").as_posix(), "")
        stem = re.escape(name[:-4])
        if listing is not None:
            variants = re.sub(r"_(posix|windows)$", "_${system}", name[:-4])
            listed = (re.search(rf"(?<![\w/]){re.escape(name)}\b|\b{stem}(?![\w.])", listing)
                      or variants + ".cpp" in listing)
        else:
            listed = f"{folder.name}/{name}" in above
        listed = listed or any(
            f"../{folder.name}/{name}" in text or f"{folder.as_posix()}/{name}" in text
            for text in lists.values())
        if not listed:
            yield Finding(source.path, 1, "no CMakeLists.txt compiles it")
    for path, text in lists.items():
        folder = Path(path).parent
        for name in re.findall(r"^\s*([\w/]+\.(?:cpp|h))\s*$", text, re.MULTILINE):
            if not any(source.path == (folder / name).as_posix() for source in all_sources):
                yield Finding(path, 1, f"lists {name}, which is not there")
