// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/access_table.h"

#include <QList>

#include <algorithm>

namespace gatepost {

namespace {

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

AccessAction readAccessAction(const QByteArray& result)
{
    const QByteArray text = result.simplified();
    const qsizetype space = text.indexOf(' ');
    const QByteArray word = (space < 0 ? text : text.first(space)).toUpper();
    if (word.isEmpty()) {
        return {Flow::refused(Outcome::ConfigError), false};
    }
    if (word == "OK" || word == "RELAY" || (isDigits(word) && space < 0)) {
        return {Flow::permitted(), false};
    }
    if (word.size() == 3 && isDigits(word) && (word.startsWith('4') || word.startsWith('5'))) {
        return {Flow::refused(word.startsWith('4') ? Outcome::Defer : Outcome::Refuse), false};
    }
    // What is discarded is thrown away: the client sees 250, and nobody gets the mail.
    if (word == "REJECT" || word == "DISCARD") {
        return {Flow::refused(Outcome::Refuse), false};
    }
    if (word == "DEFER" || word == "DEFER_IF_PERMIT") {
        return {Flow::refused(Outcome::Defer), false};
    }
    static const QList<QByteArray> kDunno{"DUNNO",    "INFO", "WARN",    "HOLD",           "FILTER",
                                          "REDIRECT", "BCC",  "PREPEND", "DEFER_IF_REJECT"};
    if (kDunno.contains(word)) {
        return {Flow::dunno(), false};
    }
    if (text.contains(':')) {
        return {Flow::refused(Outcome::ConfigError), false};
    }
    return {Flow::dunno(), true};
}

} // namespace gatepost
