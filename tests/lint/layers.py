# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folder may include what (docs/architecture.md, "Layers").

Every Qt header lies on one include path, so linking alone does not keep layers apart.
"""

import re

from tree import Finding

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# What an #include of a Qt class needs beside QtCore. A name that is not listed in QTCORE is not
# QtCore, so that a new class of another module cannot slip in.
QTCORE = set("""
QAtomicInt QBitArray QBuffer QByteArray QByteArrayList QByteArrayView QChar QCoreApplication
QCryptographicHash QDate QDateTime QDeadlineTimer QDebug QDir QElapsedTimer QEvent QEventLoop QFile
QFileInfo QFlags QFuture QFutureWatcher QHash QIODevice QJsonArray QJsonDocument QJsonObject QJsonParseError
QJsonValue QLatin1String QList QLocale QMap QMessageAuthenticationCode QMetaObject QMetaType
QMimeData QModelIndex QAbstractItemModel QAbstractListModel QAbstractTableModel QMultiHash QMultiMap
QMutex QObject QPair QPoint QPointer QPromise QProcess QProcessEnvironment QRandomGenerator QRect
QRegularExpression QResource QSaveFile QScopedPointer QScopedValueRollback QSet QSettings
QSharedPointer QSize QSocketNotifier QStandardPaths QString QStringBuilder QStringConverter
QStringList QStringView QStringLiteral QSysInfo QTemporaryDir QTemporaryFile QThread QThreadPool
QTextStream QTime QTimeZone QTimer QTranslator QUrl QUuid QVariant QVarLengthArray QVector
QXmlStreamReader QXmlStreamWriter QtEndian QtGlobal QtTypes QFileSystemWatcher QLockFile
QCollator QStringTokenizer QLineF QPointF QRectF QSizeF QCommandLineParser QCommandLineOption
QLibraryInfo QOperatingSystemVersion QLoggingCategory QItemSelectionModel QSortFilterProxyModel
""".split())
QTNETWORK = re.compile(r"^Q(Tcp|Udp|Ssl|Local(Socket|Server)|Network|Host(Address|Info)|Dns|AbstractSocket|Http|Dtls|Sctp)")

# Classes of QtCore that reach out of a pure function: files, processes, threads, timers, settings.
IMPURE = set("""
QBuffer QDir QElapsedTimer QDeadlineTimer QEventLoop QFile QFileInfo QFileSystemWatcher QFuture
QFutureWatcher QIODevice QLockFile QMutex QPromise QProcess QProcessEnvironment QRandomGenerator
QResource QSaveFile QSettings QSocketNotifier QStandardPaths QSysInfo QTemporaryDir QTemporaryFile
QTextStream QThread QThreadPool QTimer
""".split())
IMPURE_STANDARD = {"fstream", "iostream", "thread", "mutex", "condition_variable", "future",
                   "filesystem", "random", "cstdio", "ctime", "stop_token"}
IMPURE_CALLS = re.compile(
    r"\bQ(Date)?(Date|Time)?::current\w+|\b(system|steady|high_resolution)_clock::now"
    r"|\bqEnvironmentVariable|\bgetenv\b|\bQ(Timer|Thread)::|\bstd::(rand|random_device)\b")

POSIX = re.compile(
    r"^(unistd\.h|fcntl\.h|poll\.h|pwd\.h|grp\.h|termios\.h|dirent\.h|netdb\.h|signal\.h|dlfcn\.h"
    r"|pthread\.h|(sys|arpa|netinet|net|linux)/.*)$")
WINDOWS = re.compile(r"^(windows|winsock2|ws2tcpip|wincred|shlobj|io|conio)\.h$", re.IGNORECASE)
OUR_FOLDERS = ("app", "models", "remote", "resources", "tests", "ui")
# Paths of the machine that Gatepost runs on; those below are paths of the hosts it looks after.
DESKTOP_PATH = re.compile(r'"(/(?:etc|usr|var|home|root|run|tmp|proc|dev|bin|opt)(?:/[^"]*)?)"')
HOST_PATHS = ("/etc/postfix", "/var/lib/gatepost", "/var/spool/postfix", "/bin/sh")


def _room(path):
    for room in ("app/storage", "app/flows", "app/cli", "app/gui", "models", "remote", "resources",
                 "ui", "tests"):
        if path.startswith(room + "/"):
            return room
    return path.split("/")[0]


def _ours(room, name):
    """Why a file of that room may not include this one of ours; None when it may."""
    allowed = {
        "models": ("models",),
        "resources": ("resources",),
        "remote": ("models", "resources", "remote"),
        "ui": ("models", "ui"),
        "app/storage": ("models", "app/storage"),
        "app/flows": ("models", "remote", "resources", "app/storage", "app/flows"),
        "app/cli": ("models", "remote", "resources", "app/storage", "app/flows", "app/cli"),
    }.get(room)
    if allowed is None or name.startswith(tuple(folder + "/" for folder in allowed)):
        return None
    return f"{room} may include only {', '.join(allowed)}, not {name}"


def _foreign(room, path, name):
    """The same for a header of somebody else."""
    top = name.split("/")[0]
    is_qt = re.match(r"^Q[A-Z]|^Qt[A-Z]|^Qt$", top) is not None
    if top in ("libssh", "openssl") and room not in ("remote", "tests"):
        return f"{name} belongs to remote alone"
    if top == "simdjson.h" and not (room == "models" and path.endswith(".cpp")):
        return "simdjson is private to the .cpp files of models"
    if top.startswith("qt6keychain") and room != "app/storage":
        return f"{name} belongs to app/storage alone"
    if is_qt and "/" in name:
        return f"write <{name.split('/')[-1]}>, without the module"
    if room == "tests":
        return None
    if is_qt and room not in ("ui", "app/gui", "app"):
        network = QTNETWORK.match(top) is not None
        if network and room != "remote":
            return f"{name} is QtNetwork, which only remote may use"
        if not network and top not in QTCORE:
            return f"{name} is no class of QtCore known to tests/lint/layers.py"
    if room == "ui" and QTNETWORK.match(top):
        return f"{name} is QtNetwork, which only remote may use"
    if room == "models" and (top in IMPURE or top in IMPURE_STANDARD):
        return f"models are pure: no {name}"
    return None


def check_includes(source):
    if not source.is_cpp():
        return
    room = _room(source.path)
    for number, line in source.lines():
        match = INCLUDE.match(line)
        if not match:
            continue
        quoted, name = match.group(1) == '"', match.group(2)
        generated = name.endswith(".moc") or name.startswith("moc_")
        if quoted and not generated:
            if not name.startswith(tuple(folder + "/" for folder in OUR_FOLDERS)):
                yield Finding(source.path, number, f'include "{name}" with its full path from the root')
            else:
                complaint = _ours(room, name)
                if complaint:
                    yield Finding(source.path, number, complaint)
        if quoted:
            continue
        posix, windows = POSIX.match(name), WINDOWS.match(name)
        if posix and room != "tests" and not source.path.endswith("_posix.cpp"):
            yield Finding(source.path, number, f"<{name}> belongs into a file named *_posix.cpp")
        elif windows and not source.path.endswith("_windows.cpp"):
            yield Finding(source.path, number, f"<{name}> belongs into a file named *_windows.cpp")
        else:
            complaint = _foreign(room, source.path, name)
            if complaint:
                yield Finding(source.path, number, complaint)


def check_purity(source):
    if not source.is_cpp() or not source.within("models"):
        return
    for number, line in source.lines():
        match = IMPURE_CALLS.search(line)
        if match:
            yield Finding(source.path, number, f"models are pure: no {match.group(0)}")


def check_desktop_paths(source):
    if not source.is_cpp() or not source.within("remote", "app", "ui"):
        return
    if source.path.endswith("_posix.cpp"):
        return
    for number, line in source.lines():
        for path in DESKTOP_PATH.findall(line):
            if not path.startswith(HOST_PATHS):
                yield Finding(source.path, number,
                              f"the path {path} of a Unix desktop belongs into a file named *_posix.cpp")


CHECKS = (check_includes, check_purity, check_desktop_paths)
