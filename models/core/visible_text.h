// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace gatepost {

/// Bytes of a host as text that is safe to show: UTF-8 where it is valid, and every control,
/// direction-changing or invalid character replaced by a visible stand-in ("␛" for escape, "␊"
/// for a newline, "\u{202E}" for a direction override). One line in, one line out.
QString visibleText(QByteArrayView bytes);

/// Like visibleText, but newlines and tabs stay, for text that is shown in several lines.
QString visibleLines(QByteArrayView bytes);

} // namespace gatepost
