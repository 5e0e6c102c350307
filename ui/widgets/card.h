// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace gatepost {

/// A titled box: title at the left, a short note at the right, content below. Children:
/// NAMEHeading, NAMENote.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString& objectName, const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    /// Where the content goes.
    QVBoxLayout* body() const { return m_body; }
    /// The line of title and note, for a button at its end.
    QHBoxLayout* header() const { return m_header; }
    /// Border and background of a status; empty goes back to a plain card.
    void setLevel(std::optional<StatusLevel> level);
    /// Content reaches the border, for tables.
    void setFlush();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    Label* m_note;
    QVBoxLayout* m_outer;
    QHBoxLayout* m_header;
    QVBoxLayout* m_body;
    std::optional<StatusLevel> m_level;
};

} // namespace gatepost
