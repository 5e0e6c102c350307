// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/config_view.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

// Offsets count bytes; a view counts characters.
int charactersIn(QByteArrayView bytes)
{
    return int(QString::fromUtf8(bytes).size());
}

QList<LineSpan> spansOf(const CollectedFile& file, qsizetype start, qsizetype end)
{
    QList<LineSpan> spans;
    for (const RedactedSpan& span : file.redacted) {
        const qsizetype from = std::max(span.offset, start);
        const qsizetype to = std::min(span.offset + span.length, end);
        if (from < to) {
            const QByteArrayView line = QByteArrayView(file.content).sliced(start, end - start);
            spans.append({charactersIn(line.first(from - start)),
                          charactersIn(line.sliced(from - start, to - from))});
        }
    }
    return spans;
}

} // namespace

ConfigView::ConfigView(const QString& objectName, QWidget* parent)
    : CodeView(objectName, tr("Content of the file"), parent)
{}

void ConfigView::setFile(const CollectedFile& file)
{
    QList<CodeLine> shown;
    qsizetype start = 0;
    while (start < file.content.size()) {
        qsizetype end = file.content.indexOf('\n', start);
        if (end < 0) {
            end = file.content.size();
        }
        CodeLine line;
        line.number = QString::number(shown.size() + 1);
        line.text = QString::fromUtf8(QByteArrayView(file.content).sliced(start, end - start));
        line.dim = line.text.startsWith(u'#');
        line.redacted = spansOf(file, start, end);
        shown.append(line);
        start = end + 1;
    }
    setLines(shown);
}

} // namespace gatepost
