// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/config/parameter_list.h"
#include "models/snapshot/host_snapshot.h"
#include "ui/pages/page.h"

#include <optional>

class QListWidget;
class QListWidgetItem;
class QTableView;

namespace gatepost {

class Card;
class ConfigView;
class FilterBar;
class Label;
class TextTableModel;

/// The files of the snapshot, line by line, and the parameters that differ from their defaults.
/// Names: configurationFileList, configurationView, configurationFileHeading, parameterFilterEdit,
/// parameterTable, configurationProblem.
class ConfigurationPage : public Page
{
    Q_OBJECT

public:
    explicit ConfigurationPage(QWidget* parent = nullptr);

    /// Shows the content. The file that is open stays open when it is there again.
    void setSnapshot(const HostSnapshot& snapshot);
    /// Parameters for the table; empty hides it.
    void setParameters(const QList<ParameterRow>& rows);
    /// Opens a file and marks the 1-based line; 0 marks none. False when the snapshot has no such
    /// file.
    bool showLocation(const QString& file, int line);

    void startFilter() override;
    bool clearFilter() override;

protected:
    QString purpose() const override;
    void clearContent() override;

private:
    void showFile(const QString& path);
    void applyFilter();

    HostSnapshot m_snapshot;
    QList<ParameterRow> m_parameters;
    QString m_path;
    QListWidget* m_files;
    Card* m_fileCard;
    Label* m_problem;
    ConfigView* m_view;
    Card* m_parameterCard;
    FilterBar* m_filter;
    TextTableModel* m_parameterModel;
    QTableView* m_parameterView;
};

} // namespace gatepost
