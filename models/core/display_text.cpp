// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/display_text.h"

#include <QChar>

namespace gatepost {
namespace {

enum class Lines { One, Many };

QString hexName(QLatin1StringView prefix, char32_t code, int digits)
{
    return QLatin1Char('<') + prefix +
           QString::number(static_cast<uint>(code), 16)
               .toUpper()
               .rightJustified(digits, QLatin1Char('0')) +
           QLatin1Char('>');
}

/// Characters that change how their neighbours look or that leave no mark at all. Category Cf
/// covers bidirectional controls, zero-width characters, soft hyphen, byte order mark and the tag
/// characters; the rest are blanks that Unicode files as letters, marks or separators.
bool isInvisible(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    return code == 0x034F || code == 0x115F || code == 0x1160 || code == 0x17B4 || code == 0x17B5 ||
           (code >= 0x180B && code <= 0x180E) || code == 0x3164 || code == 0xFFA0 ||
           code == 0x2800 || (code >= 0xFE00 && code <= 0xFE0F) ||
           (code >= 0xE0100 && code <= 0xE01EF);
}

void appendVisible(QString& out, char32_t code, Lines lines)
{
    if (lines == Lines::Many && (code == '\n' || code == '\t')) {
        out += QChar(static_cast<char16_t>(code));
    } else if (code < 0x20) {
        out += QChar(static_cast<char16_t>(0x2400 + code));
    } else if (code == 0x7F) {
        out += QChar(u'\u2421');
    } else if ((code >= 0x80 && code < 0xA0) || isInvisible(code)) {
        out += hexName(QLatin1StringView("U+"), code, 4);
    } else {
        out += QChar::fromUcs4(code);
    }
}

QString makeVisible(QStringView text, qsizetype limit, Lines lines)
{
    QString out;
    out.reserve(qMin(text.size(), limit));
    qsizetype shown = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t code = text[i].unicode();
        if (lines == Lines::Many && code == '\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            continue;
        }
        if (shown++ >= limit) {
            return out + QChar(u'\u2026');
        }
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        appendVisible(out, code, lines);
    }
    return out;
}

/// Length of the well-formed UTF-8 sequence at `i` (RFC 3629), 0 when there is none.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype i, char32_t& code)
{
    const auto at = [&](qsizetype k) { return static_cast<uchar>(bytes[k]); };
    const uchar first = at(i);
    const qsizetype length = first < 0x80             ? 1
                             : (first & 0xE0) == 0xC0 ? 2
                             : (first & 0xF0) == 0xE0 ? 3
                             : (first & 0xF8) == 0xF0 ? 4
                                                      : 0;
    if (length == 0 || i + length > bytes.size()) {
        return 0;
    }
    code = length == 1 ? first : first & (0x7F >> length);
    for (qsizetype k = 1; k < length; ++k) {
        if ((at(i + k) & 0xC0) != 0x80) {
            return 0;
        }
        code = (code << 6) | (at(i + k) & 0x3F);
    }
    constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool wellFormed =
        code >= kSmallest[length] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return wellFormed ? length : 0;
}

QString makeVisible(QByteArrayView bytes, qsizetype limit, Lines lines)
{
    QString out;
    out.reserve(qMin(bytes.size(), limit));
    qsizetype shown = 0;
    for (qsizetype i = 0; i < bytes.size();) {
        char32_t code = 0;
        const qsizetype length = sequenceLength(bytes, i, code);
        if (lines == Lines::Many && code == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
            ++i;
            continue;
        }
        if (shown++ >= limit) {
            return out + QChar(u'\u2026');
        }
        if (length == 0) {
            out += hexName(QLatin1StringView("0x"), static_cast<uchar>(bytes[i]), 2);
            ++i;
        } else {
            appendVisible(out, code, lines);
            i += length;
        }
    }
    return out;
}

} // namespace

QString displayText(QByteArrayView utf8, qsizetype limit)
{
    return makeVisible(utf8, limit, Lines::One);
}

QString displayText(QStringView text, qsizetype limit)
{
    return makeVisible(text, limit, Lines::One);
}

QString displayBlock(QByteArrayView utf8, qsizetype limit)
{
    return makeVisible(utf8, limit, Lines::Many);
}

QString displayBlock(QStringView text, qsizetype limit)
{
    return makeVisible(text, limit, Lines::Many);
}

} // namespace gatepost
