// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPlainTextEdit>

namespace gatepost {

/// Background of a line.
enum class LineTint { None, Added, Removed, Marked };

/// A part of a line that was replaced by the host before it travelled.
struct LineSpan
{
    int from = 0; ///< characters
    int length = 0;

    bool operator==(const LineSpan&) const = default;
};

/// One line as CodeView shows it.
struct CodeLine
{
    QString number; ///< in the gutter; not part of what is copied
    QString marker; ///< "+", "-", "S:", "C:" in the gutter
    QString text;
    LineTint tint = LineTint::None;
    bool dim = false;
    QList<LineSpan> redacted;

    bool operator==(const CodeLine&) const = default;
};

/// Read-only lines in a fixed-width font with a gutter for numbers and markers: files, diffs,
/// dialogues. Shows plain text only.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(const QString& objectName, const QString& accessibleName,
                      QWidget* parent = nullptr);

    void setLines(const QList<CodeLine>& lines);
    const QList<CodeLine>& lines() const { return m_lines; }
    /// Moves to the 1-based line and marks it; 0 takes the mark away.
    void goToLine(int line);
    int markedLine() const { return m_marked; }
    /// Grows to the number of lines, up to `maximumLines`.
    void setFitContents(int maximumLines);

    void paintGutter(QPaintEvent* event);
    int gutterWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void fit();
    void retint();

    QWidget* m_gutter;
    QList<CodeLine> m_lines;
    int m_marked = 0;
    int m_maximumLines = 0;
};

} // namespace gatepost
