// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace gatepost {

/// How many characters of one hostile value are shown when the caller names no limit.
inline constexpr qsizetype kDisplayLimit = 4096;

/// Text from a host, made safe to show on one line. Everything that could act instead of being
/// read becomes visible: control characters as control pictures (U+2400 block, so a newline is
/// U+240A and a terminal escape starts with U+241B), bidirectional overrides, zero-width and other
/// invisible format characters and lone surrogates as "<U+202E>", bytes that are not UTF-8 as
/// "<0xE9>". At most `limit` characters of the source are used; a cut ends with U+2026. The result
/// is plain text: a label must still be told not to look for markup in it.
QString displayText(QByteArrayView utf8, qsizetype limit = kDisplayLimit);
QString displayText(QStringView text, qsizetype limit = kDisplayLimit);

/// The same for text of several lines, such as a file or a transcript: newline and tab stay, and a
/// carriage return before a newline is dropped.
QString displayBlock(QByteArrayView utf8, qsizetype limit = 1 << 20);
QString displayBlock(QStringView text, qsizetype limit = 1 << 20);

} // namespace gatepost
