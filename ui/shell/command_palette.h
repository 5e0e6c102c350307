// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>
#include <QList>
#include <QString>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace gatepost {

/// One thing that the palette can do.
struct PaletteItem
{
    QString id;    ///< what chosen() says
    QString title; ///< "mx1.example.net", "Pull again"
    QString kind;  ///< "Host", "Action"
    QString hint;  ///< shortcut or second line

    bool operator==(const PaletteItem&) const = default;
};

/// A field over the window that finds hosts and actions by a few letters. Children:
/// commandPaletteEdit, commandPaletteList. Esc, or leaving it, closes.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget* window);

    void open(const QList<PaletteItem>& items, const QString& text = {});

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refill();
    void chooseCurrent();
    void place();

    QList<PaletteItem> m_items;
    QLineEdit* m_edit;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace gatepost
