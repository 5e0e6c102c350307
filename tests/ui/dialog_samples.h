// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/host_profile.h"
#include "ui/dialogs/dialog.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace gatepost::sample {

/// A dialog filled with sample values, under a name for pictures and test rows.
struct DialogCase
{
    QString name;
    std::function<std::unique_ptr<Dialog>()> make;
};

/// Every dialog in each of the states that matter.
QList<DialogCase> dialogs();

/// A host with everything that the host dialog can edit.
HostProfile savedHost();

} // namespace gatepost::sample
