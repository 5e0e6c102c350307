// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QDateTime>
#include <QWidget>

class QStackedLayout;
class QVBoxLayout;

namespace gatepost {

/// The pages of the window, in the order of their tabs.
enum class PageId { Overview, Configuration, Queue, Hardening, Tests };

/// What every page has: content, or the reason why there is none; a notice bar on top of content
/// that stays while something about it went wrong. Pages only show and ask; they decide nothing.
/// Children of the bar: pageNotice, pageNoticeTitle, pageNoticeText, pageNoticeButton.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const QString& objectName, QWidget* parent = nullptr);

    /// Used in sentences; goes back to "never loaded" without content of another host.
    void setHostName(const QString& name);
    const QString& hostName() const { return m_hostName; }

    /// Nothing was read from this host yet.
    void showNeverLoaded();
    /// Reading. Content that is there stays; otherwise the sentence stands in its place.
    void showLoading(const QString& sentence);
    /// With content: a notice bar. Without: the error in the content's place. Either way one
    /// button that asks to try again.
    void showFailure(const Error& error);
    /// The connection is gone. Content stays, greyed, with its age.
    void showDisconnected(const QDateTime& dataFrom);
    /// Content is there and current: the page's data setters call it.
    void showContent();
    /// Read, but there is nothing of the kind: its own title, text and button.
    void showNothing(EmptyReason reason, const QString& title, const QString& text,
                     const QString& button);
    bool hasContent() const { return m_hasContent; }
    EmptyState* emptyState() const { return m_empty; }
    NoticeBar* noticeBar() const { return m_notice; }

    /// Ctrl+F: pages with a filter put the cursor there.
    virtual void startFilter() {}
    /// Esc: true when the page had something to clear.
    virtual bool clearFilter() { return false; }

Q_SIGNALS:
    /// The button of an empty state or of the notice bar: pull, try again, connect.
    void pullRequested();

protected:
    /// Where a page puts its widgets.
    QVBoxLayout* content() const { return m_content; }
    /// What would be here, for the empty state: "The queue, message by message, with why each one
    /// waits."
    virtual QString purpose() const = 0;
    /// The button of an empty state made by showNothing().
    virtual void emptyButtonClicked(EmptyReason reason);
    /// Drops what belongs to the host before.
    virtual void clearContent() {}

private:
    void showEmpty();

    QString m_hostName;
    bool m_hasContent = false;
    NoticeBar* m_notice;
    EmptyState* m_empty;
    QWidget* m_contentWidget;
    QVBoxLayout* m_content;
    QStackedLayout* m_stack;
};

} // namespace gatepost
