// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"
#include "models/smtp/probe_report.h"

#include <QColor>
#include <QPixmap>
#include <QString>

class QPainter;
class QRect;

namespace gatepost {

/// How serious something is. Always shown as shape, word and colour together, so that it can be
/// told apart without colour: octagon, triangle, circle with check, ring.
enum class StatusLevel { Unknown, Ok, Warning, Critical };

/// "Critical", "Warning", "OK", "Unknown", translated.
QString statusWord(StatusLevel level);
QColor statusColor(StatusLevel level);
/// The same colour as a background on which text is readable.
QColor statusTint(StatusLevel level);
/// Name of the shape in the icon set.
QString statusIconName(StatusLevel level);
QPixmap statusPixmap(StatusLevel level, int size, qreal ratio);
void paintStatus(QPainter& painter, const QRect& rect, StatusLevel level);

/// Open, conditional, down and error are critical; not known is unknown.
StatusLevel levelOf(RelayVerdict verdict);
StatusLevel levelOf(ProbeVerdict verdict);
/// Word for tables, translated: "Open", "Conditional", "Closed", "Does not start", ...
QString verdictWord(RelayVerdict verdict);
QString verdictWord(ProbeVerdict verdict);
/// Word for tables, translated: "accepted", "refused", "retry later", ...
QString replyClassWord(ReplyClass replyClass);

} // namespace gatepost
