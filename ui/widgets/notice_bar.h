// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/status_mark.h"

class QPushButton;
class QHBoxLayout;

namespace gatepost {

/// A bar inside the page it concerns: shape, what happened, proof or next step, and buttons at the
/// right. Used for verdicts and for notices. Children are named after it: NAMETitle, NAMEText.
class NoticeBar : public Card
{
    Q_OBJECT

public:
    explicit NoticeBar(const QString& objectName, QWidget* parent = nullptr);

    void showNotice(StatusLevel level, const QString& title, const QString& text);
    /// Adds a button at the right; the last one added stands outermost.
    QPushButton* addButton(const QString& text, const QString& objectName, bool primary = false);
    /// Adds a cross that hides the bar.
    void setClosable();
    StatusLevel level() const { return m_mark->level(); }
    QString title() const { return m_titleLabel->fullText(); }
    QString text() const { return m_textLabel->fullText(); }

private:
    StatusMark* m_mark;
    Label* m_titleLabel;
    Label* m_textLabel;
    QHBoxLayout* m_buttons;
};

} // namespace gatepost
