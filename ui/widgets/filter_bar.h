// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace gatepost {

/// One chip of a filter bar.
struct FilterChip
{
    QString id; ///< what chipChosen() says
    QString label;
    qint64 count = 0;

    bool operator==(const FilterChip&) const = default;
};

/// A filter line and chips with counts; at most one chip is chosen. Children: PREFIXEdit and
/// PREFIXChip_ID.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const QString& prefix, const QString& placeholder,
                       QWidget* parent = nullptr);

    void setChips(const QList<FilterChip>& chips);
    void setText(const QString& text);
    QString text() const;
    QString chosenChip() const { return m_chosen; }
    void chooseChip(const QString& id);
    /// Puts the cursor into the filter line.
    void startTyping();

Q_SIGNALS:
    /// The text has rested for a moment, or Enter was pressed.
    void textChanged(const QString& text);
    /// Empty: no chip is chosen any more.
    void chipChosen(const QString& id);

private:
    QString m_prefix;
    QString m_chosen;
    QLineEdit* m_edit;
    QWidget* m_chipRow;
    QMap<QString, QPushButton*> m_chips;
};

} // namespace gatepost
