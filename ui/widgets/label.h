// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/status_style.h"
#include "ui/theme/text_style.h"

#include <QLabel>

#include <optional>

namespace gatepost {

/// Colour of a label's text.
enum class Tone { Normal, Dim, Accent };

/// A label that always shows plain text, with a font that follows its role. Text that came from a
/// host passes shownLines() here, so that callers cannot forget.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(TextRole role = TextRole::Body, Tone tone = Tone::Normal,
                   QWidget* parent = nullptr);
    Label(const QString& text, TextRole role, Tone tone = Tone::Normal, QWidget* parent = nullptr);

    /// Hides QLabel::setText, which would guess the format.
    void setText(const QString& text);
    /// Wraps at words; the label grows in height.
    Label* wrapped();
    /// One line that ends in "…" where it does not fit; the whole text is in the tooltip.
    Label* elided();
    /// The user may select and copy.
    Label* selectable();
    /// Takes the colour of a status; the shape and word stand beside it.
    void setStatusColor(std::optional<StatusLevel> level);
    QString fullText() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dress();
    void fitText();

    TextRole m_role;
    Tone m_tone;
    bool m_elided = false;
    bool m_dressing = false;
    QString m_text;
    std::optional<StatusLevel> m_status;
};

} // namespace gatepost
