// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace gatepost {

/// A drop-down list of texts with ids.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(const QString& objectName, const QString& accessibleName,
                       QWidget* parent = nullptr);

    void addChoice(const QString& label, const QString& id);
    QString chosen() const { return currentData().toString(); }
    /// Without effect when there is no such id.
    void choose(const QString& id);
};

} // namespace gatepost
