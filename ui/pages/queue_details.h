// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queue/queue_entry.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace gatepost {

/// One message: where it is, from whom, to whom, why it waits.
class QueueDetails : public Card
{
    Q_OBJECT

public:
    explicit QueueDetails(QWidget* parent = nullptr);

    void setEntry(const QueueEntry& entry);
    /// Nothing, or several messages, are selected.
    void setSelectionCount(int count);

private:
    Label* addPart(const QString& title, const QString& objectName);

    Label* m_hint;
    QWidget* m_parts;
    Label* m_sender;
    Label* m_arrived;
    Label* m_size;
    Label* m_recipients;
};

} // namespace gatepost
