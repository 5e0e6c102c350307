// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/status_mark.h"

#include <QWidget>

class QPushButton;

namespace gatepost {

/// Why there is nothing to see.
enum class EmptyReason { NeverLoaded, Loading, Empty, FilteredOut, Failed, Disconnected };

/// Stands where content would be: what would be here, why it is not, and one button. Children:
/// emptyStateTitle, emptyStateText, emptyStateButton.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty `button` leaves the button out, as for Loading.
    void showReason(EmptyReason reason, const QString& title, const QString& text,
                    const QString& button);
    EmptyReason reason() const { return m_reason; }

Q_SIGNALS:
    void buttonClicked(gatepost::EmptyReason reason);

private:
    EmptyReason m_reason = EmptyReason::NeverLoaded;
    StatusMark* m_mark;
    Label* m_title;
    Label* m_text;
    QPushButton* m_button;
};

} // namespace gatepost
