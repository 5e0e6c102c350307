// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "ui/theme/status_style.h"

#include <QDateTime>
#include <QString>

namespace gatepost {

/// One host as the sidebar shows it.
struct HostRow
{
    HostId id;
    QString name;
    QString group;       ///< heading; empty: no heading, on top
    QString versionLine; ///< "Postfix 3.7.11 · Debian 12", "offline · last seen 2 h ago"
    StatusLevel status = StatusLevel::Unknown;
    int seriousFindings = 0; ///< critical and high; 0 shows no number

    bool operator==(const HostRow&) const = default;
};

/// Where the connection to the shown host stands.
enum class HostLink { NotConnected, Connecting, Connected, Lost };

/// What the header says about the shown host. Empty parts are left out.
struct HostHeaderFacts
{
    QString name;
    QString address;        ///< "203.0.113.25", "mx1.example.net:2222"
    QString postfixVersion; ///< "3.7.11"
    QString osName;         ///< "Debian GNU/Linux 12 (bookworm)"
    QString user;           ///< who is signed in
    Elevation elevation = Elevation::None;
    HostLink link = HostLink::NotConnected;
    bool readOnly = false;
    QDateTime pulledAt; ///< UTC by this desktop's clock; invalid: never

    bool operator==(const HostHeaderFacts&) const = default;
};

} // namespace gatepost
