// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/transcript_view.h"

using namespace Qt::StringLiterals;

namespace gatepost {

TranscriptView::TranscriptView(const QString& objectName, QWidget* parent)
    : CodeView(objectName, tr("SMTP dialogue"), parent)
{}

void TranscriptView::setTranscript(const QList<TranscriptLine>& transcript)
{
    QList<CodeLine> shown;
    shown.reserve(transcript.size());
    for (const TranscriptLine& line : transcript) {
        CodeLine code;
        code.marker = line.fromServer ? u"S:"_s : u"C:"_s;
        code.text = line.text;
        code.dim = line.fromServer;
        shown.append(code);
    }
    setLines(shown);
}

void TranscriptView::showRecipient(const QString& recipient)
{
    const QString wanted = u"RCPT TO:<%1>"_s.arg(recipient);
    for (int row = 0; row < lines().size(); ++row) {
        if (lines().at(row).text.startsWith(wanted, Qt::CaseInsensitive)) {
            goToLine(row + 1);
            return;
        }
    }
    goToLine(0);
}

} // namespace gatepost
