// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QTableView>

namespace gatepost {

/// One line of a heat table: counts per column; the total is shown at the right.
struct HeatRow
{
    QString label;  ///< shown plain
    QString filter; ///< what rowActivated() says; empty: the row cannot be followed
    QList<qint64> counts;
    qint64 total = 0;

    bool operator==(const HeatRow&) const = default;
};

class HeatModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HeatModel(QObject* parent = nullptr);

    void setData(const QStringList& columns, const QList<HeatRow>& rows);
    const QList<HeatRow>& rows() const { return m_rows; }
    qint64 peak() const { return m_peak; }
    bool isCount(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    QList<HeatRow> m_rows;
    qint64 m_peak = 0;
};

/// Numbers in cells tinted by size, such as a queue by recipient domain and age.
class HeatTable : public QTableView
{
    Q_OBJECT

public:
    explicit HeatTable(const QString& objectName, const QString& accessibleName,
                       QWidget* parent = nullptr);

    void setContents(const QStringList& columns, const QList<HeatRow>& rows);
    HeatModel* heatModel() const { return m_model; }

Q_SIGNALS:
    void rowActivated(const QString& filter);

private:
    HeatModel* m_model;
};

} // namespace gatepost
