# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the lint rules see it: files with their text, and what a rule reports."""

import os
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SKIPPED_FOLDERS = {"build", "__pycache__"}


class Finding(NamedTuple):
    """One complaint: where, and one sentence that says what to do about it."""

    path: str
    line: int  # counted from 1
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


class Source(NamedTuple):
    """One text file; the path is relative to the root, with '/'."""

    path: str
    text: str

    def lines(self):
        return enumerate(self.text.split("\n"), start=1)

    def is_cpp(self):
        return self.path.endswith((".cpp", ".h"))

    def within(self, *folders):
        return self.path.startswith(tuple(folder + "/" for folder in folders))


def sources(root=ROOT):
    """Every text file below root; build folders, hidden folders but .ci, and binary files left out."""
    found = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(
            name for name in names
            if name not in SKIPPED_FOLDERS and not name.startswith("build-")
            and (not name.startswith(".") or name == ".ci"))
        for name in sorted(files):
            path = Path(folder) / name
            if name == ".git" or path.is_symlink():
                continue
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                found.append(Source(path.relative_to(root).as_posix(), text))
    return found
