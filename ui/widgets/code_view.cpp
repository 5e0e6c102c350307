// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/code_view.h"

#include "ui/theme/text_style.h"
#include "ui/theme/theme_tokens.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace gatepost {

namespace {

class Gutter : public QWidget
{
public:
    explicit Gutter(CodeView* view)
        : QWidget(view)
        , m_view(view)
    {}
    QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintGutter(event); }

private:
    CodeView* m_view;
};

QColor tintColor(LineTint tint, const ThemeTokens& tokens)
{
    const double share = tokens.isDark() ? 0.22 : 0.13;
    switch (tint) {
    case LineTint::Added:
        return mixed(tokens.card, tokens.ok, share);
    case LineTint::Removed:
        return mixed(tokens.card, tokens.critical, share - 0.02);
    case LineTint::Marked:
        return tokens.selection;
    case LineTint::None:
        break;
    }
    return {};
}

} // namespace

CodeView::CodeView(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0) {
            m_gutter->scroll(0, dy);
        } else {
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
        }
    });
    dress();
}

void CodeView::setLines(const QList<CodeLine>& lines)
{
    m_lines = lines;
    m_marked = 0;
    QString text;
    for (const CodeLine& line : lines) {
        if (!text.isNull()) {
            text += u'\n';
        }
        text += line.text.isEmpty() ? QLatin1StringView("") : shownLine(line.text, 8000);
    }
    setPlainText(text);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    retint();
    fit();
    updateGeometry();
    m_gutter->update();
}

void CodeView::goToLine(int line)
{
    m_marked = line;
    retint();
    const QTextBlock block = document()->findBlockByNumber(qMax(0, line - 1));
    if (line > 0 && block.isValid()) {
        setTextCursor(QTextCursor(block));
        centerCursor();
    }
    m_gutter->update();
}

void CodeView::setFitContents(int maximumLines)
{
    m_maximumLines = maximumLines;
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    fit();
}

int CodeView::gutterWidth() const
{
    const QFontMetrics metrics(font());
    int numbers = 0;
    int markers = 0;
    for (const CodeLine& line : m_lines) {
        numbers = qMax(numbers, int(line.number.size()));
        markers = qMax(markers, int(line.marker.size()));
    }
    const int digit = metrics.horizontalAdvance(u'0');
    return (numbers ? digit * qMax(3, numbers) + dp(14) : dp(4)) +
           (markers ? digit * markers + dp(14) : dp(8));
}

void CodeView::paintGutter(QPaintEvent* event)
{
    QPainter painter(m_gutter);
    const ThemeTokens tokens = currentTokens();
    painter.setFont(font());
    const QFontMetrics metrics(font());
    const int digit = metrics.horizontalAdvance(u'0');
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    int markerWidth = 0;
    for (const CodeLine& line : m_lines) {
        markerWidth = qMax(markerWidth, int(line.marker.size()));
    }
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int number = block.blockNumber();
        if (number < m_lines.size()) {
            const CodeLine& line = m_lines.at(number);
            const LineTint tint = number + 1 == m_marked ? LineTint::Marked : line.tint;
            const QRect row(0, qRound(top), m_gutter->width(), qRound(height));
            if (const QColor color = tintColor(tint, tokens); color.isValid()) {
                painter.fillRect(row, color);
            }
            const int markerSpace = markerWidth ? digit * markerWidth + dp(10) : dp(4);
            painter.setPen(tokens.dim);
            painter.drawText(row.adjusted(0, 0, -markerSpace - dp(8), 0),
                             Qt::AlignRight | Qt::AlignVCenter, line.number);
            painter.setPen(line.tint == LineTint::Added     ? tokens.ok
                           : line.tint == LineTint::Removed ? tokens.critical
                                                            : tokens.dim);
            painter.drawText(row.adjusted(0, 0, -dp(10), 0), Qt::AlignRight | Qt::AlignVCenter,
                             line.marker);
        }
        top += height;
        block = block.next();
    }
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void CodeView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::ApplicationPaletteChange) {
        dress();
        setViewportMargins(gutterWidth(), 0, 0, 0);
        retint();
        fit();
    }
}

void CodeView::dress()
{
    setFont(fontFor(TextRole::Mono));
    setTabStopDistance(8.0 * QFontMetricsF(font()).horizontalAdvance(u' '));
    QPalette own;
    own.setColor(QPalette::Base, Qt::transparent);
    setPalette(own);
}

void CodeView::fit()
{
    if (m_maximumLines <= 0) {
        return;
    }
    const int count = qBound(1, int(m_lines.size()), m_maximumLines);
    const int lineHeight = qCeil(blockBoundingRect(document()->firstBlock()).height());
    setFixedHeight(count * qMax(lineHeight, QFontMetrics(font()).lineSpacing()) +
                   horizontalScrollBar()->sizeHint().height());
}

void CodeView::retint()
{
    const ThemeTokens tokens = currentTokens();
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->firstBlock();
    for (int row = 0; row < m_lines.size() && block.isValid(); ++row, block = block.next()) {
        const CodeLine& line = m_lines.at(row);
        const LineTint tint = row + 1 == m_marked ? LineTint::Marked : line.tint;
        const QColor color = tintColor(tint, tokens);
        if (color.isValid() || line.dim) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            if (color.isValid()) {
                selection.format.setBackground(color);
                selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            } else {
                selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
                selection.format.setForeground(tokens.dim);
            }
            selections.append(selection);
        }
        for (const LineSpan& span : line.redacted) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            const int end = qMin(span.from + span.length, block.length() - 1);
            selection.cursor.setPosition(block.position() + qMin(span.from, end));
            selection.cursor.setPosition(block.position() + end, QTextCursor::KeepAnchor);
            selection.format.setBackground(tokens.line);
            selection.format.setForeground(tokens.dim);
            selections.append(selection);
        }
    }
    setExtraSelections(selections);
}

} // namespace gatepost
