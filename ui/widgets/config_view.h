// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/host_snapshot.h"
#include "ui/widgets/code_view.h"

namespace gatepost {

/// One collected file with line numbers; redacted parts are marked.
class ConfigView : public CodeView
{
    Q_OBJECT

public:
    explicit ConfigView(const QString& objectName, QWidget* parent = nullptr);

    void setFile(const CollectedFile& file);
};

} // namespace gatepost
