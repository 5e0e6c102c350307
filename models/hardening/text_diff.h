// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace gatepost {

/// One line of a comparison, in the order in which a person reads it.
struct DiffRow
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int oldLine = 0; ///< counted from 1; 0 for an added line
    int newLine = 0; ///< counted from 1; 0 for a removed line
    QString text;    ///< made visible, without its line ending

    bool operator==(const DiffRow&) const = default;
};

/// All lines of both texts. Texts whose differing middle is very large are shown as removed and
/// added as a whole.
QList<DiffRow> diffLines(QByteArrayView before, QByteArrayView after);

/// Only the changes and `context` lines around each. A gap shows as a jump of the line numbers.
QList<DiffRow> withContext(const QList<DiffRow>& rows, int context);

} // namespace gatepost
