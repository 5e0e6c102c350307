// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/status_style.h"

#include <QAbstractButton>

namespace gatepost {

/// One layer of the defence: shape, name, one line. Checkable for lists of layers.
class LayerButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LayerButton(const QString& objectName, const QString& title,
                         QWidget* parent = nullptr);

    void setFacts(StatusLevel level, const QString& line);
    /// In a list: no border, selection as background.
    void setListStyle();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusLevel m_level = StatusLevel::Unknown;
    QString m_line;
    bool m_listStyle = false;
};

} // namespace gatepost
