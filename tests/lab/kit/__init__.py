# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab: real mail hosts in namespaces of one machine. tests/lab/README.md says how to use it."""


class LabError(Exception):
    """Something a developer must know: one sentence that says what happened and what to do next."""
