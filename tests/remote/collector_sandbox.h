// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace gatepost {

/// This machine's own file system as the collector meets it, with what a test has put into it. Runs
/// in namespaces of its own (mount, network, processes) over a read-only view of `/`, so that
/// neither the test nor the collector can change the machine, and what the collector would have
/// changed can be told. Needs root.
class CollectorSandbox
{
public:
    /// What one run of the collector left.
    struct Run
    {
        QByteArray out;
        QByteArray err;
        int status = -1;
        qint64 milliseconds = 0;
        QStringList changed; ///< files written outside /dev/shm, which must be none
    };

    /// Makes the folders; see isUsable().
    CollectorSandbox();

    /// False without root, and where there is no room in memory for the folders.
    bool isUsable() const { return m_usable; }

    /// Runs a constant shell text as root inside; what it writes stays. Returns what it said when
    /// it failed, nothing otherwise.
    QByteArray prepare(const QByteArray& text, const QByteArray& input = {});

    /// Writes a file, with its folders.
    QByteArray add(const QByteArray& path, const QByteArray& content, const QByteArray& mode);

    /// Feeds the collector to `shell` (for example {"busybox", "sh"}) with this redaction key, as
    /// root or as nobody.
    Run collect(const QStringList& shell, const QByteArray& key, bool asRoot);

private:
    struct Outcome
    {
        QByteArray out;
        QByteArray err;
        int status = -1;
    };

    Outcome enter(const QString& lower, const QString& upper, const QStringList& words,
                  const QByteArray& input);
    QString folder(const QString& name) const;

    QTemporaryDir m_base;
    bool m_usable = false;
    int m_runs = 0;
    int m_entered = 0;
};

} // namespace gatepost
