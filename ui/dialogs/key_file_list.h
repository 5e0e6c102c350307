// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace gatepost {

/// Private key files in the order in which they are tried, with buttons to add and remove. Rows can
/// be typed in place (F2) and dragged. Children: keyFileList, addKeyButton, removeKeyButton.
class KeyFileList : public QWidget
{
    Q_OBJECT

public:
    explicit KeyFileList(QWidget* parent = nullptr);

    void setFiles(const QStringList& files);
    QStringList files() const;
    /// The widgets that Tab goes through, in order.
    QList<QWidget*> tabStops() const;

Q_SIGNALS:
    void changed();

private:
    void append(const QString& file);
    void browse();
    void refresh();

    QListWidget* m_list;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace gatepost
