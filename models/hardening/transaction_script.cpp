// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/transaction_script.h"

#include "models/core/display_text.h"
#include "models/core/shell_quote.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gatepost {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Transaction", text);
}

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A here-document's end mark that no line of the content equals.
QByteArray endMark(const QByteArray& content)
{
    QByteArray mark = "END_" + sha256(content).left(16);
    while (content.contains(mark)) {
        mark += '_';
    }
    return mark;
}

/// Shell source that writes exactly these bytes to "$txn/NAME" and checks them by their size. A
/// here-document always ends in a newline, so the last byte is cut off again.
QByteArray writeFile(const QByteArray& name, const QByteArray& content)
{
    const QByteArray mark = endMark(content);
    return "cat >\"$txn/" + name + ".raw\" <<'" + mark + "' || no_space\n" + content + '\n' + mark +
           "\nhead -c " + QByteArray::number(content.size()) + " \"$txn/" + name +
           ".raw\" >\"$txn/" + name + "\" || no_space\nrm -f \"$txn/" + name +
           ".raw\"\n[ \"$(wc -c <\"$txn/" + name +
           "\" | tr -d ' ')\" = " + QByteArray::number(content.size()) + " ] || no_space\n";
}

QByteArray directoryOf(const QByteArray& transactionId)
{
    return QByteArray(kHostDirectory) + "/txn/" + transactionId;
}

QString reasonSentence(const QByteArray& reason)
{
    const QList<QByteArray> words = reason.trimmed().split(' ');
    const QByteArray word = words.value(0);
    const QString rest = displayText(reason.mid(word.size()).trimmed());
    if (word == "conflict") {
        return tr("%1 is no longer what the plan was made from: somebody changed it meanwhile. "
                  "Pull "
                  "again and look at the new plan.")
            .arg(rest);
    }
    if (word == "invalid") {
        return tr("The new configuration does not start (%1), so it was not put in place.")
            .arg(rest);
    }
    if (word == "space") {
        return tr("The host has no room to write to safely. Free some space and apply again.");
    }
    if (word == "locked") {
        return tr("Another change is waiting for confirmation on this host. Keep or undo that one "
                  "first.");
    }
    if (word == "watcher") {
        return tr("The host could not arm its own undo, so the change was not begun.");
    }
    if (word == "reload") {
        return tr("Postfix did not take the new configuration, so the old one was put back.");
    }
    if (word == "silent") {
        return tr("The mail service did not answer with the new configuration, so the old one was "
                  "put back.");
    }
    if (word == "timeout") {
        return tr("Nobody confirmed in time, so the host put the old configuration back.");
    }
    if (word == "reboot") {
        return tr(
            "The host was restarted before anybody confirmed, so it put the old configuration "
            "back.");
    }
    if (word == "asked") {
        return tr("Undone as you asked. The old configuration is back.");
    }
    return displayText(reason);
}

} // namespace

Result<QByteArray> compileTransaction(const ChangePlan& plan, const TransactionOptions& options)
{
    QByteArray script =
        "set -u\numask 077\ntxn=" + shellQuote(directoryOf(options.transactionId)) +
        "\nno_space() { echo 'GATEPOST refused space'; rm -rf \"$txn\"; exit 10; }\n"
        "mkdir -p \"${txn%/*}\" || no_space\nchmod 700 " +
        shellQuote(kHostDirectory) + " \"${txn%/*}\"\nmkdir \"$txn\" || no_space\n";
    script += writeFile("engine.sh", options.engine);
    script += writeFile("config_directory", plan.configDirectory);
    script += writeFile("undo_after", QByteArray::number(qint64(options.undoAfter.count())));
    script += writeFile("count", QByteArray::number(plan.edits.size()));
    int number = 0;
    for (const FileEdit& edit : plan.edits) {
        if (edit.after.contains('\0') || edit.path.contains('\n') || edit.path.contains('\0')) {
            return failure(ErrorCode::Unsupported,
                           tr("%1 cannot be changed from here: its name or content is no text.")
                               .arg(displayText(edit.path)));
        }
        const QByteArray n = QByteArray::number(++number);
        script += writeFile(n + ".path", edit.path);
        script += writeFile(n + ".sha", edit.sha256Before);
        script += writeFile(n + ".new", edit.after);
    }
    return script + "exec /bin/sh \"$txn/engine.sh\" apply \"$txn\" </dev/null\n";
}

QList<QByteArray> transactionCommand(const QByteArray& action, const QByteArray& transactionId)
{
    const QByteArray directory = directoryOf(transactionId);
    return {"/bin/sh", directory + "/engine.sh", action, directory};
}

TransactionReport readTransactionReport(const QByteArray& output)
{
    constexpr qsizetype kLongestLog = 64 << 10;
    TransactionReport report;
    report.hostLog = output.left(kLongestLog);
    for (const QByteArray& line : output.split('\n')) {
        if (!line.startsWith("GATEPOST ")) {
            continue;
        }
        const QByteArray text = line.mid(9);
        const qsizetype space = text.indexOf(' ');
        const QByteArray word = space < 0 ? text : text.first(space);
        const QByteArray rest = space < 0 ? QByteArray() : text.sliced(space + 1);
        if (word == "step") {
            report.steps.append(displayText(rest));
            if (rest.startsWith("backup ")) {
                report.backupPath = rest.mid(7);
            }
        } else if (word == "deadline" && rest.toLongLong() > 0) {
            report.undoDeadline = QDateTime::fromSecsSinceEpoch(rest.toLongLong(), Qt::UTC);
        } else if (word == "refused") {
            report.state = TransactionState::Refused;
            report.reason = reasonSentence(rest);
        } else if (word == "undone") {
            report.state = TransactionState::Undone;
            if (report.reason.isEmpty()) {
                report.reason = reasonSentence(rest);
            }
        } else if (word == "undo-failed") {
            report.state = TransactionState::UndoFailed;
            report.reason =
                tr("%1 could not be put back. The original lies in the backup directory.")
                    .arg(displayText(rest));
        } else if (word == "state") {
            const QByteArray state = rest.split(' ').value(0);
            if (state == "await-confirm" || state == "applying") {
                report.state = TransactionState::AwaitConfirm;
            } else if (state == "committed") {
                report.state = TransactionState::Committed;
            } else if (state == "undone" && report.state != TransactionState::Undone) {
                report.state = TransactionState::Undone;
                report.reason = reasonSentence(rest.mid(state.size()).trimmed());
            }
        }
    }
    return report;
}

} // namespace gatepost
