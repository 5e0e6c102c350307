// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/smtp/probe_report.h"
#include "ui/widgets/code_view.h"

namespace gatepost {

/// An SMTP dialogue: "S:" what the server said, "C:" what Gatepost said.
class TranscriptView : public CodeView
{
    Q_OBJECT

public:
    explicit TranscriptView(const QString& objectName, QWidget* parent = nullptr);

    void setTranscript(const QList<TranscriptLine>& transcript);
    /// Moves to the first client line that holds the recipient and marks it.
    void showRecipient(const QString& recipient);
};

} // namespace gatepost
