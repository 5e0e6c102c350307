// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/visible_text.h"

namespace gatepost {

namespace {

QString visible(QByteArrayView bytes, bool keepLines)
{
    const QString text = QString::fromUtf8(bytes);
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const ushort code = c.unicode();
        if (keepLines && (code == '\n' || code == '\t')) {
            shown += c;
        } else if (code < 0x20) {
            shown += QChar(0x2400 + code); // the block "Control Pictures"
        } else if (code == 0x7f) {
            shown += QChar(0x2421);
        } else if ((code >= 0x80 && code < 0xa0) || c.category() == QChar::Other_Format ||
                   c.category() == QChar::Separator_Line ||
                   c.category() == QChar::Separator_Paragraph) {
            shown += QStringLiteral("\\u{%1}")
                         .arg(code, 4, 16, QLatin1Char('0'))
                         .toUpper()
                         .replace(QLatin1String("\\U"), QLatin1String("\\u"));
        } else {
            shown += c;
        }
    }
    return shown;
}

} // namespace

QString visibleText(QByteArrayView bytes)
{
    return visible(bytes, false);
}

QString visibleLines(QByteArrayView bytes)
{
    return visible(bytes, true);
}

} // namespace gatepost
