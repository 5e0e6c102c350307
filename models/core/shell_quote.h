// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace gatepost {

/// One word for a POSIX shell that yields exactly these bytes. Words of safe characters stay as
/// they are, all others are put in single quotes (POSIX.1-2017, XCU 2.2.2). A NUL byte cannot be
/// passed to a program and is dropped.
QByteArray shellQuote(QByteArrayView word);

/// The words of `argv`, quoted and joined by single spaces. This and shellQuote are the only
/// places where text becomes shell source.
QByteArray shellCommand(const QList<QByteArray>& argv);

} // namespace gatepost
