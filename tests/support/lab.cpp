// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lab.h"

#include <QProcess>

namespace gatepost {

namespace {

constexpr int kTimeoutMs = 120'000;

Lab::Output run(const QStringList& words, const QByteArray& input = {})
{
    QProcess process;
    process.start(Lab::tool(), words);
    process.write(input);
    process.closeWriteChannel();
    Lab::Output output;
    if (process.waitForFinished(kTimeoutMs) && process.exitStatus() == QProcess::NormalExit) {
        output.status = process.exitCode();
    } else {
        process.kill();
        process.waitForFinished();
    }
    output.out = process.readAllStandardOutput();
    output.err = process.readAllStandardError();
    return output;
}

/// For what must work, since no test can go on without it.
QByteArray must(const QStringList& words)
{
    const Lab::Output output = run(words);
    if (output.status != 0) {
        qFatal("lab %s: %s", qPrintable(words.join(u' ')), output.err.constData());
    }
    return output.out.trimmed();
}

} // namespace

QString Lab::tool()
{
    return QStringLiteral(GATEPOST_LAB_TOOL);
}

QString Lab::address(const QString& host, Family family)
{
    return QString::fromUtf8(
        must({QStringLiteral("address"), host,
              family == Family::IPv6 ? QStringLiteral("6") : QStringLiteral("4")}));
}

QString Lab::key()
{
    return QString::fromUtf8(must({QStringLiteral("key")}));
}

Lab::Output Lab::exec(const QString& host, const QStringList& argv, const QByteArray& input)
{
    return run(QStringList{QStringLiteral("exec"), host} + argv, input);
}

Lab::Output Lab::in(const QString& host, const QStringList& argv, const QByteArray& input)
{
    return run(QStringList{QStringLiteral("in"), host} + argv, input);
}

void Lab::kill(const QString& host)
{
    must({QStringLiteral("kill"), host});
}

void Lab::boot(const QString& host)
{
    must({QStringLiteral("boot"), host});
}

void Lab::cut(const QString& host)
{
    must({QStringLiteral("cut"), host});
}

void Lab::mend(const QString& host)
{
    must({QStringLiteral("mend"), host});
}

void Lab::wait(const QString& host)
{
    must({QStringLiteral("wait"), host});
}

} // namespace gatepost
