# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each rule can fail: a bad snippet is found, its good twin is not."""

from pathlib import Path

import house
import layers
from tree import Finding, Source

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

# rule, path, bad text, good text (at the same path)
CASES = [
    (layers.check_includes, "models/core/a.h", "#include <QWidget>", "#include <QString>"),
    (layers.check_includes, "models/core/a.h", "#include <QFile>", "#include <QHash>"),
    (layers.check_includes, "models/core/a.h", "#include <simdjson.h>", "#include <tl/expected.hpp>"),
    (layers.check_includes, "models/core/a.cpp", "#include <QTcpSocket>", "#include <simdjson.h>"),
    (layers.check_includes, "models/core/a.cpp", "#include <thread>", "#include <algorithm>"),
    (layers.check_includes, "models/core/a.cpp", '#include "remote/ssh/agent.h"',
     '#include "models/core/result.h"'),
    (layers.check_includes, "models/core/a.cpp", '#include "result.h"', '#include "a.moc"'),
    (layers.check_includes, "ui/pages/a.cpp", '#include "remote/ssh/agent.h"',
     '#include "models/core/error.h"'),
    (layers.check_includes, "ui/pages/a.cpp", '#include "app/flows/a.h"', '#include "ui/pages/page.h"'),
    (layers.check_includes, "ui/pages/a.cpp", "#include <libssh/libssh.h>", "#include <QLabel>"),
    (layers.check_includes, "ui/pages/a.cpp", "#include <QHostInfo>", "#include <QtGlobal>"),
    (layers.check_includes, "ui/pages/a.cpp", "#include <QtWidgets/QWidget>", "#include <QWidget>"),
    (layers.check_includes, "remote/ssh/a.cpp", '#include "ui/pages/page.h"',
     '#include "resources/scripts.h"'),
    (layers.check_includes, "remote/ssh/a.cpp", '#include "app/flows/a.h"',
     '#include "remote/ssh/agent.h"'),
    (layers.check_includes, "remote/ssh/a.cpp", "#include <QMessageBox>", "#include <QHostInfo>"),
    (layers.check_includes, "remote/ssh/a.cpp", "#include <sys/socket.h>", "#include <openssl/evp.h>"),
    (layers.check_includes, "remote/ssh/a_windows.cpp", "#include <unistd.h>", "#include <windows.h>"),
    (layers.check_includes, "remote/ssh/a_posix.cpp", "#include <windows.h>", "#include <unistd.h>"),
    (layers.check_includes, "app/flows/a.cpp", "#include <QAction>", "#include <QFuture>"),
    (layers.check_includes, "app/flows/a.cpp", '#include "ui/pages/page.h"',
     '#include "remote/ssh/agent.h"'),
    (layers.check_includes, "app/cli/a.cpp", '#include "ui/pages/page.h"', '#include "app/flows/a.h"'),
    (layers.check_includes, "app/cli/a.cpp", "#include <openssl/evp.h>", "#include <QProcess>"),
    (layers.check_includes, "app/flows/a.cpp", "#include <qt6keychain/keychain.h>", "#include <QDir>"),
    (layers.check_purity, "models/core/a.cpp", "auto t = QDateTime::currentDateTimeUtc();",
     "QDateTime t;"),
    (layers.check_purity, "models/core/a.cpp", "std::chrono::steady_clock::now()", "std::chrono::seconds"),
    (layers.check_desktop_paths, "remote/ssh/a.cpp", 'open("/etc/ssh/ssh_config")',
     'open("/etc/postfix/main.cf")'),
    (house.check_licence, "models/core/a.cpp", "int a;\n", SPDX),
    (house.check_licence, "scripts/a", "#!/bin/sh\necho\n",
     "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"),
    (house.check_length, "models/core/a.cpp", "\n" * 401, "\n" * 400),
    (house.check_moc_macro, "ui/pages/a.h", "class A : public QObject { Q_OBJECT", "    Q_OBJECT"),
    (house.check_unfinished, "ui/pages/a.h", "// TO" "DO: later", "mktemp -d /tmp/a.XXXXXX"),
    (house.check_gui_thread, "ui/pages/a.cpp", "dialog.exec();", "dialog.open();"),
    (house.check_gui_thread, "ui/pages/a.cpp", "QCoreApplication::processEvents();", "update();"),
    (house.check_gui_thread, "app/gui/a.cpp", "future.waitForFinished();", "return app.exec();"),
    (house.check_plain_text, "ui/pages/a.cpp", "label->setTextFormat(Qt::RichText);",
     "label->setTextFormat(Qt::PlainText);"),
    (house.check_plain_text, "ui/pages/a.cpp", "#include <QLabel>", '#include "ui/widgets/label.h"'),
    (house.check_plain_text, "ui/pages/a.cpp", "item->setToolTip(sender);",
     "item->setToolTip(plainToolTip(sender));"),
    (house.check_no_singleton, "ui/pages/a.h", "static Theme& instance();", "Theme& theme();"),
]


def _builder_paths(source):
    return house.check_builder_paths(source, Path("/builds/gatepost/checkout"))


CASES.append((_builder_paths, "docs/a.md", "see /builds/gatepost/checkout/a", "see /usr/share/doc"))


def run():
    failures = 0
    for rule, path, bad, good in CASES:
        found = list(rule(Source(path, bad)))
        if not found or not all(isinstance(finding, Finding) for finding in found):
            print(f"{rule.__name__} does not see: {path}: {bad!r}")
            failures += 1
        for finding in rule(Source(path, good)):
            print(f"{rule.__name__} complains without reason: {finding}")
            failures += 1
    tree = [Source("ui/CMakeLists.txt", "a.cpp\n  gone.cpp\n"), Source("ui/a.cpp", ""),
            Source("ui/b.cpp", "")]
    listed = sorted(finding.message for finding in house.check_listed(tree))
    if listed != ["lists gone.cpp, which is not there", "no CMakeLists.txt compiles it"]:
        print(f"check_listed: {listed}")
        failures += 1
    untested = {check.__name__ for check in layers.CHECKS + house.CHECKS} - {
        rule.__name__.replace("_builder_paths", "check_builder_paths") for rule, *_ in CASES}
    for name in sorted(untested):
        print(f"{name} has no case that it must find")
        failures += 1
    print(f"{len(CASES)} cases, {failures} failures")
    return 1 if failures else 0
