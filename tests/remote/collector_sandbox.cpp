// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/remote/collector_sandbox.h"

#include "models/core/shell_quote.h"
#include "models/snapshot/collector_input.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include "resources/scripts.h"

namespace gatepost {

namespace {

/// Its words: lower folders, upper, work, mount point, then the program. The device files are the
/// machine's; its shared memory is not.
constexpr const char* kEnter = R"(
    m=$4
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$m" &&
    mount -t proc proc "$m/proc" &&
    mount --rbind /dev "$m/dev" &&
    mount -t tmpfs -o mode=1777 tmpfs "$m/dev/shm" &&
    ip link set lo up || exit 99
    shift 4
    exec chroot "$m" "$@"
)";

} // namespace

CollectorSandbox::CollectorSandbox()
    : m_base(QStringLiteral("/dev/shm/gatepost-sandbox-XXXXXX"))
{
    m_usable = m_base.isValid();
    for (const char* name : {"layer", "mount"}) {
        m_usable = m_usable && !folder(QLatin1String(name)).isEmpty();
    }
    m_usable = m_usable && prepare("exit 0").isEmpty();
}

QString CollectorSandbox::folder(const QString& name) const
{
    const QString path = m_base.filePath(name);
    // The folder's mode becomes that of `/` inside.
    return QDir().mkpath(path) && QFile::setPermissions(path, QFile::Permissions(0x7755))
               ? path
               : QString();
}

CollectorSandbox::Outcome CollectorSandbox::enter(const QString& lower, const QString& upper,
                                                  const QStringList& words, const QByteArray& input)
{
    // Overlay mounts that follow each other closely do not share a work folder: the kernel may
    // still be emptying it.
    const QString work = folder(QStringLiteral("work-%1").arg(++m_entered));
    QProcess process;
    process.start(QStringLiteral("unshare"),
                  QStringList{QStringLiteral("--mount"), QStringLiteral("--net"),
                              QStringLiteral("--pid"), QStringLiteral("--fork"),
                              QStringLiteral("--kill-child=KILL"), QStringLiteral("--propagation"),
                              QStringLiteral("private"), QStringLiteral("/bin/sh"),
                              QStringLiteral("-c"), QString::fromLatin1(kEnter),
                              QStringLiteral("sandbox"), lower, upper, work,
                              folder(QStringLiteral("mount"))} +
                      words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) {
        process.kill();
        process.waitForFinished();
        return {.out = process.readAllStandardOutput(), .err = "did not end", .status = -1};
    }
    return {.out = process.readAllStandardOutput(),
            .err = process.readAllStandardError(),
            .status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1};
}

QByteArray CollectorSandbox::prepare(const QByteArray& text, const QByteArray& input)
{
    const Outcome done =
        enter(QStringLiteral("/"), folder(QStringLiteral("layer")),
              {QStringLiteral("/bin/sh"), QStringLiteral("-ec"), QString::fromUtf8(text)}, input);
    return done.status == 0 ? QByteArray()
                            : done.err + " status " + QByteArray::number(done.status);
}

QByteArray CollectorSandbox::add(const QByteArray& path, const QByteArray& content,
                                 const QByteArray& mode)
{
    const QByteArray quoted = shellQuote(path);
    return prepare("mkdir -p \"$(dirname " + quoted + ")\"; cat >" + quoted + "; chmod " + mode +
                       ' ' + quoted,
                   content);
}

CollectorSandbox::Run CollectorSandbox::collect(const QStringList& shell, const QByteArray& key,
                                                bool asRoot)
{
    const QString upper = folder(QStringLiteral("run-%1").arg(++m_runs));
    QStringList words;
    if (!asRoot) {
        words = QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                            QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")};
    }
    words += shell;
    words += QStringLiteral("-s");
    QElapsedTimer timer;
    timer.start();
    const Outcome done = enter(m_base.filePath(QStringLiteral("layer")) + QStringLiteral(":/"),
                               upper, words, collectorInput(collectorScript(), key));
    Run run{.out = done.out,
            .err = done.err,
            .status = done.status,
            .milliseconds = timer.elapsed(),
            .changed = {}};
    QDirIterator entries(upper,
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        run.changed.append(entries.next().mid(upper.size()));
    }
    return run;
}

} // namespace gatepost
