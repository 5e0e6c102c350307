// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gatepost {

/// A logical line of main.cf or master.cf: a line that starts in column 0 and the lines that
/// continue it. Comments and blank lines between them belong to the span but not to the text
/// (postconf(5), "The general format of the main.cf file").
struct LogicalLine
{
    qsizetype offset = 0; ///< of the first physical line in the file
    qsizetype length = 0; ///< up to and with the last continuation line's newline
    int number = 1;       ///< of the first physical line, counted from 1
    QByteArray text;      ///< joined, without newlines; trailing white space removed

    bool operator==(const LogicalLine&) const = default;
};

/// Splits a file the way Postfix reads it. A first line that starts with white space continues
/// nothing; Postfix ignores it with a warning and so does this.
QList<LogicalLine> splitLogicalLines(QByteArrayView bytes);

/// One physical line: where it starts, its bytes without the line ending, and where the next
/// starts.
struct PhysicalLine
{
    qsizetype offset = 0;
    QByteArrayView text;
    qsizetype next = 0;

    bool isCommentOrBlank() const;
    bool startsWithSpace() const;
};

/// The physical line that starts at `offset`.
PhysicalLine physicalLineAt(QByteArrayView bytes, qsizetype offset);

} // namespace gatepost
