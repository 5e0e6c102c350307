// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/status_style.h"

#include <QWidget>

namespace gatepost {

/// The shape of a status, or any other icon of the set, in a label's place.
class StatusMark : public QWidget
{
    Q_OBJECT

public:
    explicit StatusMark(StatusLevel level = StatusLevel::Unknown, qreal size = 16,
                        QWidget* parent = nullptr);

    void setLevel(StatusLevel level);
    StatusLevel level() const { return m_level; }
    /// Shows an icon in dim instead of a status shape; empty goes back.
    void setIcon(const QString& name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StatusLevel m_level;
    qreal m_size;
    QString m_icon;
};

} // namespace gatepost
