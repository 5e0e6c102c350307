// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatepost {

/// The lab that this test program runs in: `lab run` started it with these hosts (tests/lab).
///
/// Every call runs the lab's own command, blocks until it has ended, and fails the test program
/// with its words when the lab itself cannot do what was asked.
class Lab
{
public:
    /// What a command on a host printed and how it ended.
    struct Output
    {
        int status = -1; ///< exit status; -1 when it did not end in time
        QByteArray out;
        QByteArray err;
    };

    enum class Family {
        IPv4,
        IPv6,
    };

    /// The host's address on the lab's network.
    static QString address(const QString& host, Family family = Family::IPv4);

    /// The file with the private key that root, admin, ops, guest and dora accept.
    static QString key();

    /// Runs argv on the host as root, with a clean environment, input as its standard input.
    static Output exec(const QString& host, const QStringList& argv, const QByteArray& input = {});

    /// Runs argv on the host's network with this machine's own files and user.
    static Output in(const QString& host, const QStringList& argv, const QByteArray& input = {});

    /// Cuts the power: every process of the host is gone when this returns.
    static void kill(const QString& host);

    /// Starts the host again from its disk; returns once its services answer.
    static void boot(const QString& host);

    /// Pulls the host's network cable.
    static void cut(const QString& host);

    /// Puts the cable back.
    static void mend(const QString& host);

    /// Returns once the host's sshd, and its smtpd where it has one, greet.
    static void wait(const QString& host);

    /// The lab's command, for tests that start a lab of their own.
    static QString tool();
};

} // namespace gatepost
