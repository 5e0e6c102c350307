// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/code_view.h"

#include <QByteArray>

namespace gatepost {

/// Lines of a unified comparison of two texts: unchanged lines around each change (`context` of
/// them), "-" with the old number, "+" with the new one. Gaps become a dim "…" line. Long texts
/// are compared from the first to the last line that differs.
QList<CodeLine> diffLines(const QByteArray& before, const QByteArray& after, int context = 3);

/// Number of "-" and "+" runs in diffLines().
int changeCount(const QList<CodeLine>& lines);

/// A text comparison: line numbers, - red, + green, fixed width.
class DiffView : public CodeView
{
    Q_OBJECT

public:
    explicit DiffView(const QString& objectName, QWidget* parent = nullptr);

    void setTexts(const QByteArray& before, const QByteArray& after);
};

} // namespace gatepost
