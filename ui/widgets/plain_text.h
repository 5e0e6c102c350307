// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace gatepost {

/// One line that is safe to show: control and direction-changing characters are replaced by
/// visible stand-ins ("␛" for escape, "␊" for a newline), overlong text is cut with "…".
QString shownLine(const QString& text, qsizetype limit = 4000);

/// Like shownLine() for text of several lines: newlines and tabs stay.
QString shownLines(const QString& text, qsizetype limit = 2'000'000);
QString shownBytes(QByteArrayView bytes, qsizetype limit = 2'000'000);

/// For tooltips, which Qt would otherwise read as HTML when they look like it.
QString plainToolTip(const QString& text);

} // namespace gatepost
