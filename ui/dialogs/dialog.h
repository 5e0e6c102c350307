// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gatepost {

class Label;
class NoticeBar;

/// What the console's dialogs share: a title, a sentence below it, content that scrolls when the
/// screen is small, a bar for what is wrong, and buttons at the right. Never run with exec().
/// Children: NAMETitle, NAMEText, NAMEProblem (and NAMEProblemTitle, NAMEProblemText).
class Dialog : public QDialog
{
    Q_OBJECT

public:
    /// Shows it over its parent without waiting; it deletes itself when it is closed.
    void present();

    /// Says inside the dialog what is wrong and moves the focus to `field` when given; an empty
    /// `title` takes the bar away. What was typed stays.
    void showProblem(const QString& title, const QString& text = {}, QWidget* field = nullptr);

protected:
    Dialog(const QString& objectName, const QString& title, QWidget* parent);

    void setLead(const QString& text);
    QVBoxLayout* body() const { return m_body; }
    /// Buttons go here; whatever is put before the stretch stands at the left.
    QHBoxLayout* buttonRow() const { return m_buttons; }
    QPushButton* addButton(const QString& text, const QString& objectName, bool primary = false);
    /// Adds the button that closes without doing anything.
    QPushButton* addCancel(const QString& text = {});
    /// Width in the design's pixels; the height follows the content as far as the screen allows.
    void setDesignWidth(int width);

    /// To be called when the content has grown; a dialog never shrinks under the pointer.
    void fitHeight();
    /// Scrolls to a part of the content, as soon as it has its place.
    void reveal(QWidget* part);

    void showEvent(QShowEvent* event) override;

private:
    Label* m_title;
    Label* m_lead;
    NoticeBar* m_problem;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_body;
    QHBoxLayout* m_buttons;
    int m_designWidth = 480;
    bool m_fitted = false;
};

} // namespace gatepost
