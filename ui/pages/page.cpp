// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatepost {

Page::Page(const QString& objectName, QWidget* parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(u"pageNotice"_s))
    , m_empty(new EmptyState)
    , m_contentWidget(new QWidget)
    , m_content(new QVBoxLayout(m_contentWidget))
    , m_stack(new QStackedLayout)
{
    setObjectName(objectName);
    QPushButton* again = m_notice->addButton(tr("Try again"), u"pageNoticeButton"_s);
    m_notice->setClosable();
    m_notice->hide();
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(dp(12));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_contentWidget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(12));
    layout->addWidget(m_notice);
    layout->addLayout(m_stack, 1);
    connect(again, &QPushButton::clicked, this, &Page::pullRequested);
    connect(m_empty, &EmptyState::buttonClicked, this, [this](EmptyReason reason) {
        if (reason == EmptyReason::Empty || reason == EmptyReason::FilteredOut) {
            emptyButtonClicked(reason);
        } else {
            Q_EMIT pullRequested();
        }
    });
}

void Page::setHostName(const QString& name)
{
    m_hostName = name;
    m_hasContent = false;
    m_notice->hide();
    clearContent();
    showNeverLoaded();
}

void Page::showNeverLoaded()
{
    m_hasContent = false;
    m_empty->showReason(EmptyReason::NeverLoaded,
                        tr("Nothing has been read from %1 yet").arg(m_hostName),
                        tr("%1 Pulling reads the host and changes nothing.").arg(purpose()),
                        tr("Pull from %1").arg(m_hostName));
    showEmpty();
}

void Page::showLoading(const QString& sentence)
{
    m_notice->hide();
    if (!m_hasContent) {
        m_empty->showReason(EmptyReason::Loading, sentence, purpose(), {});
        showEmpty();
    }
}

void Page::showFailure(const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        if (!m_hasContent) {
            showNeverLoaded();
        }
        return;
    }
    if (error.code == ErrorCode::Disconnected && !m_hasContent) {
        m_empty->showReason(EmptyReason::Disconnected, tr("Not connected to %1").arg(m_hostName),
                            error.summary, tr("Connect again"));
        showEmpty();
        return;
    }
    QString text = error.summary;
    if (!error.detail.isEmpty()) {
        constexpr int kShownDetail = 600;
        text += u'\n' + error.detail.left(kShownDetail);
    }
    if (m_hasContent) {
        m_notice->showNotice(StatusLevel::Warning, tr("Reading %1 failed").arg(m_hostName), text);
        return;
    }
    m_empty->showReason(EmptyReason::Failed, tr("Reading %1 failed").arg(m_hostName), text,
                        tr("Try again"));
    showEmpty();
}

void Page::showDisconnected(const QDateTime& dataFrom)
{
    if (!m_hasContent) {
        m_empty->showReason(EmptyReason::Disconnected, tr("Not connected to %1").arg(m_hostName),
                            purpose(), tr("Connect again"));
        showEmpty();
        return;
    }
    m_contentWidget->setEnabled(false);
    m_notice->showNotice(
        StatusLevel::Unknown, tr("Not connected to %1").arg(m_hostName),
        tr("What is shown was read on %1.")
            .arg(QLocale().toString(dataFrom.toLocalTime(), QLocale::ShortFormat)));
}

void Page::showContent()
{
    m_hasContent = true;
    m_notice->hide();
    m_contentWidget->setEnabled(true);
    m_stack->setCurrentWidget(m_contentWidget);
}

void Page::showNothing(EmptyReason reason, const QString& title, const QString& text,
                       const QString& button)
{
    m_empty->showReason(reason, title, text, button);
    m_hasContent = false;
    showEmpty();
}

void Page::emptyButtonClicked(EmptyReason reason)
{
    Q_UNUSED(reason)
    Q_EMIT pullRequested();
}

void Page::showEmpty()
{
    m_notice->hide();
    m_stack->setCurrentWidget(m_empty);
}

} // namespace gatepost
