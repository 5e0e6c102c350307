// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/host_header.h"

#include "ui/theme/house_style.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

QString connectionPart(const HostHeaderFacts& facts)
{
    switch (facts.link) {
    case HostLink::NotConnected:
        return HostHeader::tr("not connected");
    case HostLink::Connecting:
        return HostHeader::tr("connecting…");
    case HostLink::Lost:
        return HostHeader::tr("connection lost");
    case HostLink::Connected:
        break;
    }
    const QString user = facts.user.isEmpty() ? HostHeader::tr("the default user") : facts.user;
    switch (facts.elevation) {
    case Elevation::Sudo:
        return HostHeader::tr("connected as %1 (sudo)").arg(user);
    case Elevation::Doas:
        return HostHeader::tr("connected as %1 (doas)").arg(user);
    case Elevation::None:
        break;
    }
    return HostHeader::tr("connected as %1").arg(user);
}

} // namespace

QString pulledSentence(const QDateTime& pulledAt, const QDateTime& now)
{
    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 24 * kHour;
    if (!pulledAt.isValid()) {
        return HostHeader::tr("never pulled");
    }
    const qint64 age = pulledAt.secsTo(now);
    if (age < kMinute) {
        return HostHeader::tr("pulled just now");
    }
    if (age < kHour) {
        return HostHeader::tr("pulled %n min ago", nullptr, int(age / kMinute));
    }
    if (age < kDay) {
        return HostHeader::tr("pulled %n h ago", nullptr, int(age / kHour));
    }
    return HostHeader::tr("pulled on %1")
        .arg(QLocale().toString(pulledAt.toLocalTime(), QLocale::ShortFormat));
}

QString headerLine(const HostHeaderFacts& facts, const QDateTime& now)
{
    QStringList parts;
    if (!facts.address.isEmpty()) {
        parts.append(facts.address);
    }
    if (!facts.postfixVersion.isEmpty()) {
        parts.append(u"Postfix "_s + facts.postfixVersion);
    }
    if (!facts.osName.isEmpty()) {
        parts.append(facts.osName);
    }
    parts.append(connectionPart(facts));
    if (facts.readOnly) {
        parts.append(HostHeader::tr("read-only"));
    }
    parts.append(pulledSentence(facts.pulledAt, now));
    return parts.join(u" · "_s);
}

HostHeader::HostHeader(QWidget* parent)
    : QWidget(parent)
    , m_name(new Label(TextRole::Title))
    , m_line(new Label(TextRole::Body, Tone::Dim))
    , m_pull(makeButton(tr("Pull  F5"), u"pullButton"_s))
    , m_relayTest(makeButton(tr("Relay test  Ctrl+T"), u"relayTestButton"_s))
{
    using namespace std::chrono_literals;
    setObjectName(u"hostHeader"_s);
    m_name->setObjectName(u"hostNameLabel"_s);
    m_name->elided();
    m_line->setObjectName(u"hostFactsLabel"_s);
    m_line->elided();
    m_pull->setToolTip(tr("Read configuration, state and queue from the host again"));
    m_relayTest->setToolTip(tr("Try to send mail through this host as a stranger, up to RCPT"));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(dp(2));
    texts->addWidget(m_name);
    texts->addWidget(m_line);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(10));
    layout->addLayout(texts, 1);
    layout->addWidget(m_pull, 0, Qt::AlignVCenter);
    layout->addWidget(m_relayTest, 0, Qt::AlignVCenter);
    auto* tick = new QTimer(this);
    tick->setInterval(20s);
    connect(tick, &QTimer::timeout, this, &HostHeader::refresh);
    tick->start();
}

void HostHeader::setFacts(const HostHeaderFacts& facts)
{
    m_facts = facts;
    refresh();
}

void HostHeader::refresh()
{
    m_name->setText(m_facts.name);
    m_line->setText(headerLine(m_facts, QDateTime::currentDateTimeUtc()));
}

} // namespace gatepost
