// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/status_style.h"

#include "ui/theme/icon_set.h"
#include "ui/theme/theme_tokens.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(gatepost::StatusStyle)
};

} // namespace

QString statusWord(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return Words::tr("OK");
    case StatusLevel::Warning:
        return Words::tr("Warning");
    case StatusLevel::Critical:
        return Words::tr("Critical");
    case StatusLevel::Unknown:
        break;
    }
    return Words::tr("Unknown");
}

QColor statusColor(StatusLevel level)
{
    const ThemeTokens tokens = currentTokens();
    switch (level) {
    case StatusLevel::Ok:
        return tokens.ok;
    case StatusLevel::Warning:
        return tokens.warning;
    case StatusLevel::Critical:
        return tokens.critical;
    case StatusLevel::Unknown:
        break;
    }
    return tokens.dim;
}

QColor statusTint(StatusLevel level)
{
    const ThemeTokens tokens = currentTokens();
    if (level == StatusLevel::Unknown) {
        return tokens.card;
    }
    return mixed(tokens.card, statusColor(level), tokens.isDark() ? 0.17 : 0.09);
}

QString statusIconName(StatusLevel level)
{
    switch (level) {
    case StatusLevel::Ok:
        return u"status-ok"_s;
    case StatusLevel::Warning:
        return u"status-warning"_s;
    case StatusLevel::Critical:
        return u"status-critical"_s;
    case StatusLevel::Unknown:
        break;
    }
    return u"status-unknown"_s;
}

QPixmap statusPixmap(StatusLevel level, int size, qreal ratio)
{
    return iconPixmap(statusIconName(level), statusColor(level), size, ratio);
}

void paintStatus(QPainter& painter, const QRect& rect, StatusLevel level)
{
    const int size = qMin(rect.width(), rect.height());
    const QPixmap pixmap = statusPixmap(level, size, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2,
                       pixmap);
}

StatusLevel levelOf(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Open:
    case RelayVerdict::Conditional:
    case RelayVerdict::Down:
    case RelayVerdict::Error:
        return StatusLevel::Critical;
    case RelayVerdict::Closed:
        return StatusLevel::Ok;
    case RelayVerdict::Unknown:
        break;
    }
    return StatusLevel::Unknown;
}

StatusLevel levelOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Open:
    case ProbeVerdict::Conditional:
        return StatusLevel::Critical;
    case ProbeVerdict::Closed:
        return StatusLevel::Ok;
    case ProbeVerdict::Unknown:
        break;
    }
    return StatusLevel::Unknown;
}

QString verdictWord(RelayVerdict verdict)
{
    switch (verdict) {
    case RelayVerdict::Open:
        return Words::tr("Open");
    case RelayVerdict::Conditional:
        return Words::tr("Conditional");
    case RelayVerdict::Closed:
        return Words::tr("Closed");
    case RelayVerdict::Down:
        return Words::tr("Does not start");
    case RelayVerdict::Error:
        return Words::tr("Refuses everyone");
    case RelayVerdict::Unknown:
        break;
    }
    return Words::tr("Not known");
}

QString verdictWord(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Open:
        return Words::tr("Open");
    case ProbeVerdict::Conditional:
        return Words::tr("Conditional");
    case ProbeVerdict::Closed:
        return Words::tr("Closed");
    case ProbeVerdict::Unknown:
        break;
    }
    return Words::tr("Not known");
}

QString replyClassWord(ReplyClass replyClass)
{
    switch (replyClass) {
    case ReplyClass::Accepted:
        return Words::tr("accepted");
    case ReplyClass::Refused:
        return Words::tr("refused");
    case ReplyClass::RetryLater:
        return Words::tr("retry later");
    case ReplyClass::NeedsTls:
        return Words::tr("needs TLS");
    case ReplyClass::NeedsSignIn:
        return Words::tr("needs sign-in");
    case ReplyClass::RefusedAtData:
        return Words::tr("refused at DATA");
    case ReplyClass::Dropped:
        return Words::tr("no answer");
    case ReplyClass::RateLimited:
        return Words::tr("rate limited");
    }
    return {};
}

} // namespace gatepost
