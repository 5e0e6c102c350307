// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace gatepost {

/// Something that is going on.
struct Activity
{
    QString sentence;            ///< "Reading the queue of mx1 · 1.2 of 3.4 GB · 38 s left"
    std::optional<double> share; ///< 0 to 1; empty: length unknown
    bool cancellable = true;

    bool operator==(const Activity&) const = default;
};

/// Bottom line: what is going on (nothing for 300 ms, then a thin bar, after 2 s the sentence and
/// Cancel) and, at the right, what has been changed on the host. Children: activityLabel,
/// activityBar, activityCancelButton, changeNoteLabel.
class ActivityStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityStrip(QWidget* parent = nullptr);

    void setActivity(const Activity& activity);
    void clearActivity();
    bool isActive() const { return m_active; }
    void setChangeNote(const QString& note, std::optional<StatusLevel> level = {});
    /// Shows bar and sentence at once, for screenshots and tests.
    void revealNow();

Q_SIGNALS:
    void cancelRequested();

private:
    bool m_active = false;
    bool m_cancellable = false;
    QTimer m_barTimer;
    QTimer m_textTimer;
    Label* m_label;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    Label* m_note;
};

} // namespace gatepost
