// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec/program_line.h"

#include <QRandomGenerator>

#include <array>

namespace gatepost {

QByteArray environmentSource()
{
    return "PATH=\"$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"; LC_ALL=C; "
           "export PATH LC_ALL; unset LANGUAGE ENV BASH_ENV; ";
}

QByteArray randomWord()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words).toHex();
}

QList<QByteArray> limitedProgram(const Command& command, const HostTools& tools)
{
    if (!tools.hasTimeout) {
        return command.argv;
    }
    // Whole seconds: busybox knows no others. One more than the console waits, so that the console
    // is the one that reports it.
    const qint64 seconds = command.timeout.count() / 1000 + 1;
    return QList<QByteArray>{"timeout", "-k", "5", QByteArray::number(seconds)} + command.argv;
}

} // namespace gatepost
