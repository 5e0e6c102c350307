// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/host_row.h"
#include "ui/widgets/label.h"

#include <QWidget>

class QPushButton;

namespace gatepost {

/// "pulled just now", "pulled 2 min ago", "pulled 3 h ago", "pulled on 4 March 14:02", translated.
QString pulledSentence(const QDateTime& pulledAt, const QDateTime& now);

/// The header's second line, parts joined by " · ".
QString headerLine(const HostHeaderFacts& facts, const QDateTime& now);

/// Name, facts, and the two buttons of every page. Children: hostNameLabel, hostFactsLabel,
/// pullButton, relayTestButton.
class HostHeader : public QWidget
{
    Q_OBJECT

public:
    explicit HostHeader(QWidget* parent = nullptr);

    void setFacts(const HostHeaderFacts& facts);
    const HostHeaderFacts& facts() const { return m_facts; }
    QPushButton* pullButton() const { return m_pull; }
    QPushButton* relayTestButton() const { return m_relayTest; }

private:
    void refresh();

    HostHeaderFacts m_facts;
    Label* m_name;
    Label* m_line;
    QPushButton* m_pull;
    QPushButton* m_relayTest;
};

} // namespace gatepost
