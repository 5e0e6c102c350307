// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hosts/host_profile.h"

#include <QList>
#include <QString>

namespace gatepost {

/// The file that keeps the console's host list, readable by its user only. Every change reads the
/// file first, so two windows do not undo each other's work. A file that cannot be understood is
/// never overwritten: the change that would do so moves it to "hosts.json.broken-TIME" first.
class HostRepository
{
public:
    /// An empty `file` is defaultFile().
    explicit HostRepository(QString file = {});

    /// hosts.json in the user's configuration directory of Gatepost.
    static QString defaultFile();
    QString file() const { return m_file; }

    /// The list in its order; empty when there is no file yet. ErrorCode::ParseFailed,
    /// Unsupported: see readHostList(); AccessDenied: the file cannot be opened.
    Result<QList<HostProfile>> load() const;

    /// Replaces the hosts of the same id, appends the others, and returns the whole list. A host
    /// without id gets one. ErrorCode::ChangeConflict: another host has that name already;
    /// AccessDenied: the file cannot be written. Nothing is written on failure.
    Result<QList<HostProfile>> put(const QList<HostProfile>& hosts);
    /// Removes one host and returns the rest; an id that is not there changes nothing.
    Result<QList<HostProfile>> remove(const HostId& id);

    /// Where the last change put a file that could not be understood; empty when there was none.
    QString setAsideFile() const { return m_setAside; }

private:
    Result<QByteArray> bytes() const;
    Result<> save(const QList<HostProfile>& hosts, const QByteArray& previous);
    Result<QList<HostProfile>> current(QByteArray& previous);

    QString m_file;
    QString m_setAside;
};

} // namespace gatepost
