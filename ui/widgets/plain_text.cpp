// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plain_text.h"

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

bool changesDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

QString shown(QStringView text, qsizetype limit, bool keepLines)
{
    QString out;
    out.reserve(qMin(text.size(), limit));
    for (const QChar c : text) {
        if (out.size() >= limit) {
            out += u'…';
            break;
        }
        const char16_t code = c.unicode();
        if (keepLines && (code == u'\n' || code == u'\t')) {
            out += c;
        } else if (code < 0x20) {
            out += QChar(char16_t(0x2400 + code)); // Unicode's pictures of control characters
        } else if (code == 0x7F) {
            out += QChar(char16_t(0x2421));
        } else if ((code >= 0x80 && code < 0xA0) || changesDirection(code) || code == 0x2028 ||
                   code == 0x2029 || code == 0xFEFF) {
            out += u"\\u{%1}"_s.arg(code, 0, 16);
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

QString shownLine(const QString& text, qsizetype limit)
{
    return shown(text, limit, false);
}

QString shownLines(const QString& text, qsizetype limit)
{
    return shown(text, limit, true);
}

QString shownBytes(QByteArrayView bytes, qsizetype limit)
{
    return shown(QString::fromUtf8(bytes), limit, true);
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty()) {
        return {};
    }
    QString safe = shownLines(text, 2000).toHtmlEscaped();
    safe.replace(u'\n', u"<br>"_s);
    return u"<qt>"_s + safe + u"</qt>"_s;
}

} // namespace gatepost
