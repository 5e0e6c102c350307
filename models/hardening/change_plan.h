// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"
#include "models/snapshot/host_snapshot.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace gatepost {

/// New content for one file, made from exact old bytes.
struct FileEdit
{
    QByteArray path;
    QByteArray before;       ///< what the plan was made from, secrets redacted
    QByteArray sha256Before; ///< hex, as in CollectedFile::sha256
    QByteArray after;        ///< with the same redacted spans, which the host fills in again
    QList<RedactedSpan> redacted = {}; ///< in `before`

    bool operator==(const FileEdit&) const = default;
};

/// One parameter that changes, for people.
struct SemanticChange
{
    QString parameter; ///< "mynetworks", or "submission/inet: smtpd_relay_restrictions"
    QString before;
    QString after;
    QString why; ///< one sentence, translated

    bool operator==(const SemanticChange&) const = default;
};

/// A reviewed change of a host: immutable once shown. Applied only as one transaction that checks
/// that the host still has `before` and undoes itself when anything fails.
struct ChangePlan
{
    QString id; ///< unique, safe in a file name: letters, digits, '-'
    QString title;
    QString explanation; ///< paragraph for people, translated
    QString layer;       ///< "relay"
    QByteArray configDirectory = "/etc/postfix";
    QByteArray postfixVersion;
    QList<FileEdit> edits;
    QList<SemanticChange> changes;
    QStringList risks;    ///< who might notice, one sentence each
    QStringList commands; ///< what runs on the host after the swap, for people
    HostVerdict before;
    HostVerdict after; ///< proved on the staged files

    bool isEmpty() const { return edits.isEmpty(); }
    bool operator==(const ChangePlan&) const = default;
};

/// How a transaction on a host ended, or where it is.
enum class TransactionState {
    Preparing,
    Refused,      ///< nothing was changed: conflict, invalid staged copy, no space, lock held
    AwaitConfirm, ///< swapped and verified on the host; undoes itself unless confirmed in time
    Committed,
    Undone,    ///< old configuration is back, byte for byte
    UndoFailed ///< needs a person; the report says where the backup is
};

/// "preparing", "refused", "await-confirm", "committed", "undone", "undo-failed".
QString transactionStateName(TransactionState state);

/// The host's own account of a transaction.
struct TransactionReport
{
    TransactionState state = TransactionState::Preparing;
    QString reason;         ///< why refused or undone, translated; empty when all went well
    QStringList steps;      ///< what was done, in order
    QByteArray hostLog;     ///< raw text of the transaction's own log, bounded
    QByteArray backupPath;  ///< directory on the host
    QDateTime undoDeadline; ///< UTC, by the clock of whoever reads it where that is known; set
                            ///< while AwaitConfirm
    /// Time that was left when the host said so; -1 when it did not.
    std::chrono::seconds undoIn = std::chrono::seconds(-1);

    bool operator==(const TransactionReport&) const = default;
};

} // namespace gatepost
