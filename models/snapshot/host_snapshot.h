// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace gatepost {

/// Bytes of a collected file that were replaced on the host before they travelled. The digest is
/// keyed with a key that only this desktop knows, so equal secrets show as equal and nothing else.
/// A redacted span is read-only: a plan that changes the file lets the host put the original back.
struct RedactedSpan
{
    qsizetype offset = 0; ///< in CollectedFile::content
    qsizetype length = 0; ///< of the replacement text
    QByteArray digest;    ///< hex

    bool operator==(const RedactedSpan&) const = default;
};

/// One file of the host as it was when the snapshot was taken.
struct CollectedFile
{
    QByteArray path;    ///< absolute, as the configuration names it
    QByteArray content; ///< after redaction; empty when not `readable` or too large
    QByteArray owner;
    QByteArray group;
    int mode = 0;         ///< permission bits, octal 0644 style
    QDateTime modified;   ///< UTC
    QByteArray sha256;    ///< hex, of the original bytes; with secrets in it: of the redacted bytes
    qint64 sizeBytes = 0; ///< of the original
    qint64 lineCount = -1; ///< counted on the host for files that were too large; -1: not counted
    bool exists = false;
    bool readable = false;        ///< false: see `problem`
    bool truncated = false;       ///< larger than the size limit: content holds the beginning only
    QByteArray linkTarget;        ///< where a symbolic link points to; empty for other files
    QByteArray problem;           ///< the host's own words, for example "Permission denied"
    QList<RedactedSpan> redacted; ///< in order of offset

    bool operator==(const CollectedFile&) const = default;
};

/// One command that the collector ran.
struct CollectedCommand
{
    QByteArray name;     ///< stable key, for example "postconf-n"
    QByteArray argv;     ///< as shown to the user
    int exitStatus = -1; ///< 127: the host has no such program
    QByteArray out;
    QByteArray err;

    bool operator==(const CollectedCommand&) const = default;
};

/// Everything that one pull brought. Immutable once made; later questions are answered from it
/// without going back to the host.
struct HostSnapshot
{
    QString origin;    ///< "admin@mx1.example.net"
    QDateTime takenAt; ///< UTC, the host's clock
    QByteArray collectorVersion;
    QByteArray hostName;
    QByteArray osName;         ///< PRETTY_NAME of os-release
    QByteArray postfixVersion; ///< mail_version, for example "3.7.11"; empty: no Postfix found
    QByteArray configDirectory = "/etc/postfix";
    bool privileged = false;                     ///< collected as root
    bool systemd = false;                        ///< systemd is the init system and running
    QMap<QByteArray, CollectedFile> files;       ///< by path
    QMap<QByteArray, CollectedCommand> commands; ///< by name
    /// What could not be seen and why, one sentence each, ready to be shown.
    QStringList notSeen;

    /// Content of a readable file; empty bytes when it was not collected.
    QByteArray fileContent(const QByteArray& path) const { return files.value(path).content; }
    /// Standard output of a command; empty when it was not run.
    QByteArray commandOutput(const QByteArray& name) const { return commands.value(name).out; }

    bool operator==(const HostSnapshot&) const = default;
};

} // namespace gatepost
