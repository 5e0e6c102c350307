// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/host_row.h"

#include <QAbstractListModel>
#include <QListView>

namespace gatepost {

/// Headings and hosts in one list; a filter leaves hosts whose name or group holds the text.
class HostRowModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, HeadingRole, VersionRole, StatusRole, SeriousRole };

    explicit HostRowModel(QObject* parent = nullptr);

    void setHosts(const QList<HostRow>& hosts);
    void setFilter(const QString& text);
    QModelIndex indexOf(const HostId& id) const;
    const QList<HostRow>& hosts() const { return m_hosts; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line
    {
        bool heading = false;
        HostRow host; ///< a heading uses `group` only

        bool operator==(const Line&) const = default;
    };

    void rebuild();

    QList<HostRow> m_hosts;
    QList<Line> m_lines;
    QString m_filter;
};

/// The list in the sidebar: status shape, name, version line, number of serious findings.
class HostListView : public QListView
{
    Q_OBJECT

public:
    explicit HostListView(QWidget* parent = nullptr);
};

} // namespace gatepost
