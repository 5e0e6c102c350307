// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/logical_lines.h"

#include <QByteArray>
#include <QList>

namespace gatepost {

/// One `-o name=value` of a service, as the daemon's getopt(3) reads it.
struct MasterOverride
{
    QByteArray name;
    QByteArray value;
    qsizetype offset = 0; ///< of "-o" in the file
    qsizetype length = 0; ///< up to the end of the value
    int line = 0;         ///< physical line, counted from 1

    bool operator==(const MasterOverride&) const = default;
};

/// One service of master.cf (master(5)).
struct MasterService
{
    QByteArray name; ///< "smtp", "submission", "127.0.0.1:10025"
    QByteArray type; ///< "inet", "unix", "fifo", "pass", "unix-dgram"
    QByteArray privateFlag;
    QByteArray unprivileged;
    QByteArray chroot;
    QByteArray wakeup;
    QByteArray maxProcesses;
    QByteArray command;          ///< "smtpd"
    QList<QByteArray> arguments; ///< words after the command, braces removed
    QList<MasterOverride> overrides;
    LogicalLine line;

    /// "smtp/inet": how postconf(1) -M names a service.
    QByteArray label() const { return name + '/' + type; }
    /// The value of the last `-o` of that name; null when there is none.
    const MasterOverride* find(const QByteArray& parameter) const;
    /// The argument at which the daemon stops ("unexpected command-line argument", "missing '='");
    /// empty when there is none.
    QByteArray strayArgument() const;

    bool operator==(const MasterService&) const = default;
};

/// master.cf as a document that loses nothing; an edit touches only the words it changes.
class MasterCf
{
public:
    MasterCf() = default;
    explicit MasterCf(QByteArray bytes);

    const QByteArray& bytes() const { return m_bytes; }
    const QList<MasterService>& services() const { return m_services; }

    /// Sets or adds an override of the service called `label`. False when there is no such service.
    bool setOverride(const QByteArray& label, const QByteArray& parameter, const QByteArray& value);
    /// Removes every override of that parameter.
    bool removeOverride(const QByteArray& label, const QByteArray& parameter);

private:
    void parse();

    QByteArray m_bytes;
    QList<MasterService> m_services;
};

} // namespace gatepost
