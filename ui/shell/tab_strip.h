// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

#include <optional>

namespace gatepost {

/// One tab: title, count, a line below the chosen one. objectName tab_ID.
class PageTab : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PageTab(const QString& id, const QString& title, QWidget* parent = nullptr);

    void setCount(std::optional<qint64> count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_count;
};

/// The row of tabs; arrow keys move along it.
class TabStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TabStrip(QWidget* parent = nullptr);

    PageTab* addTab(const QString& id, const QString& title);
    void setCurrent(int index);
    int current() const;
    PageTab* tab(int index) const { return m_tabs.value(index); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void currentChanged(int index);

private:
    QList<PageTab*> m_tabs;
};

} // namespace gatepost
