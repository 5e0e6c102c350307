// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include "ui/widgets/plain_text.h"

namespace gatepost {

ChoiceBox::ChoiceBox(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void ChoiceBox::addChoice(const QString& label, const QString& id)
{
    addItem(shownLine(label, 200), id);
}

void ChoiceBox::choose(const QString& id)
{
    const int index = findData(id);
    if (index >= 0) {
        setCurrentIndex(index);
    }
}

} // namespace gatepost
