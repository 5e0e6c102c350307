// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/shell_quote.h"

#include <algorithm>

namespace gatepost {

namespace {

bool isSafe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("_-./:,+@%").contains(c);
}

} // namespace

QByteArray shellQuote(QByteArrayView word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isSafe)) {
        return word.toByteArray();
    }
    QByteArray quoted("'");
    for (const char c : word) {
        if (c == '\'') {
            quoted += R"('\'')";
        } else if (c != '\0') {
            quoted += c;
        }
    }
    return quoted + '\'';
}

QByteArray shellCommand(const QList<QByteArray>& argv)
{
    QByteArray command;
    for (const QByteArray& word : argv) {
        if (!command.isEmpty()) {
            command += ' ';
        }
        command += shellQuote(word);
    }
    return command;
}

} // namespace gatepost
