// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/transaction_report.h"

#include "models/core/display_text.h"

#include <QCoreApplication>

#include <array>

namespace gatepost {

namespace {

/// A word of the engine and what it means; "%1" stands for the rest of the line.
struct Phrase
{
    const char* word;
    const char* text;
};

constexpr std::array kRefusals{
    Phrase{"conflict",
           QT_TRANSLATE_NOOP("Transaction",
                             "%1 is no longer what the plan was made from: somebody changed it "
                             "meanwhile. Nothing was changed. Pull again and look at the new "
                             "plan.")},
    Phrase{"locked",
           QT_TRANSLATE_NOOP("Transaction",
                             "Another change (%1) is under way on this host or waits for "
                             "confirmation. Nothing was changed. Keep or undo that one first.")},
    Phrase{"invalid",
           QT_TRANSLATE_NOOP("Transaction",
                             "Postfix does not start with the new configuration (%1), so it was "
                             "not put in place. Look at the words of Postfix in the host's log "
                             "below, correct the plan and apply again.")},
    Phrase{"space", QT_TRANSLATE_NOOP("Transaction",
                                      "The host has no room to write safely. Nothing was changed. "
                                      "Free some space in /var/lib and /etc and apply again.")},
    Phrase{"write",
           QT_TRANSLATE_NOOP("Transaction",
                             "%1 cannot be written on this host: the file system is read-only or "
                             "protects it. Nothing was changed. Make it writable and apply "
                             "again.")},
    Phrase{"indexed",
           QT_TRANSLATE_NOOP("Transaction",
                             "%1 has an index beside it that Postfix reads instead. Nothing was "
                             "changed. Edit it on the host and run postmap.")},
    Phrase{"secrets",
           QT_TRANSLATE_NOOP("Transaction",
                             "The secrets in %1 are no longer those that the plan was made from, "
                             "or could not be found again. Nothing was changed. Pull again and "
                             "look at the new plan.")},
    Phrase{"watcher", QT_TRANSLATE_NOOP("Transaction",
                                        "The host could not arm its own undo, so the change was "
                                        "not begun. Look at the host's log below.")},
    Phrase{"interrupted",
           QT_TRANSLATE_NOOP("Transaction",
                             "The change was ended on the host before it began. Nothing was "
                             "changed. Apply again.")},
    Phrase{"asked", QT_TRANSLATE_NOOP("Transaction",
                                      "Called off as you asked, before anything was changed.")},
};

constexpr std::array kUndoings{
    Phrase{"conflict",
           QT_TRANSLATE_NOOP("Transaction", "%1 was changed by somebody else while the change was "
                                            "put in place, so the other files were put back. Pull "
                                            "again and look at the new plan.")},
    Phrase{"write", QT_TRANSLATE_NOOP("Transaction",
                                      "A file could not be replaced, so everything is as before. "
                                      "Look at the host's log below, and apply again when the "
                                      "file can be written.")},
    Phrase{"reload", QT_TRANSLATE_NOOP("Transaction",
                                       "Postfix could not be reloaded, so the old configuration "
                                       "was put back. Look at the words of Postfix in the host's "
                                       "log below before you apply again.")},
    Phrase{"silent", QT_TRANSLATE_NOOP("Transaction",
                                       "The mail service did not answer with the new "
                                       "configuration, so the old one was put back. Look at the "
                                       "host's mail log before you apply again.")},
    Phrase{"timeout", QT_TRANSLATE_NOOP("Transaction",
                                        "Nobody confirmed in time, so the host put the old "
                                        "configuration back. Apply again, and confirm before the "
                                        "time is over.")},
    Phrase{"reboot", QT_TRANSLATE_NOOP("Transaction",
                                       "The host was restarted before anybody confirmed, so it put "
                                       "the old configuration back. Apply again.")},
    Phrase{"interrupted",
           QT_TRANSLATE_NOOP("Transaction",
                             "The change was ended on the host before it was complete, so the old "
                             "configuration was put back. Apply again.")},
    Phrase{"asked",
           QT_TRANSLATE_NOOP("Transaction", "Undone as you asked. The old configuration is back.")},
};

constexpr std::array kSteps{
    Phrase{"unchanged",
           QT_TRANSLATE_NOOP("Transaction", "The files are those that the plan was made from")},
    Phrase{"checked",
           QT_TRANSLATE_NOOP("Transaction", "Postfix starts with a staged copy of the new files")},
    Phrase{"unchecked",
           QT_TRANSLATE_NOOP("Transaction", "%1 lies outside the configuration directory and could "
                                            "not be tried out beforehand")},
    Phrase{"still-broken",
           QT_TRANSLATE_NOOP("Transaction",
                             "%1 does not start, neither with the old files nor with the new")},
    Phrase{"backup", QT_TRANSLATE_NOOP("Transaction", "The old files are kept in %1")},
    Phrase{"armed",
           QT_TRANSLATE_NOOP("Transaction",
                             "The host undoes the change by itself, also after a restart")},
    Phrase{"no-boot-undo",
           QT_TRANSLATE_NOOP("Transaction",
                             "The host undoes the change by itself, but not after a restart: it "
                             "has neither systemd nor cron")},
    Phrase{"wrote", QT_TRANSLATE_NOOP("Transaction", "%1 is in place")},
    Phrase{"reloaded", QT_TRANSLATE_NOOP("Transaction", "Postfix took the new configuration")},
    Phrase{"answers", QT_TRANSLATE_NOOP("Transaction", "The mail service answers")},
    Phrase{"silent", QT_TRANSLATE_NOOP("Transaction", "%1 does not answer")},
    Phrase{"still-silent",
           QT_TRANSLATE_NOOP("Transaction", "%1 does not answer, as before the change")},
    Phrase{"stopped",
           QT_TRANSLATE_NOOP("Transaction", "The mail service was stopped before, and stays so")},
    Phrase{"found",
           QT_TRANSLATE_NOOP("Transaction", "Somebody edited a file while the change waited; that "
                                            "version is kept as %1")},
    Phrase{"unwatched",
           QT_TRANSLATE_NOOP("Transaction", "Nothing on the host watches over this change any "
                                            "longer: keep it or undo it now")},
};

template<typename Phrases>
QString phrase(const Phrases& phrases, const QByteArray& line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = space < 0 ? line : line.first(space);
    for (const Phrase& candidate : phrases) {
        if (word == candidate.word) {
            const QString text = QCoreApplication::translate("Transaction", candidate.text);
            return text.contains(u"%1") ? text.arg(displayText(line.mid(word.size()).trimmed()))
                                        : text;
        }
    }
    return displayText(line);
}

void readState(const QByteArray& line, TransactionReport& report)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArray word = space < 0 ? line : line.first(space);
    const QByteArray reason = line.mid(word.size()).trimmed();
    report.reason.clear();
    if (word == "refused") {
        report.state = TransactionState::Refused;
        report.reason = phrase(kRefusals, reason);
    } else if (word == "applying" || word == "await-confirm") {
        report.state = TransactionState::AwaitConfirm;
    } else if (word == "committed") {
        report.state = TransactionState::Committed;
    } else if (word == "undone") {
        report.state = TransactionState::Undone;
        report.reason = phrase(kUndoings, reason);
    } else if (word == "undo-failed") {
        report.state = TransactionState::UndoFailed;
        report.reason =
            QCoreApplication::translate(
                "Transaction", "%1 could not be put back. Make it writable and undo again; the "
                               "original lies in the backup directory.")
                .arg(displayText(reason));
    }
}

} // namespace

QString transactionStepText(const QByteArray& step)
{
    return phrase(kSteps, step);
}

TransactionReport readTransactionReport(const QByteArray& output)
{
    constexpr qsizetype kLongestLog = 64 << 10;
    TransactionReport report;
    report.hostLog = output.left(kLongestLog);
    for (const QByteArray& line : output.split('\n')) {
        if (line.startsWith("GATEPOST step ")) {
            const QByteArray step = line.mid(14);
            report.steps.append(transactionStepText(step));
            if (step.startsWith("backup ")) {
                report.backupPath = step.mid(7);
            } else if (step.startsWith("wrote ") && report.state == TransactionState::Preparing) {
                report.state = TransactionState::AwaitConfirm;
            }
        } else if (line.startsWith("GATEPOST deadline ")) {
            const QList<QByteArray> words = line.mid(18).split(' ');
            if (const qint64 seconds = words.at(0).toLongLong(); seconds > 0) {
                report.undoDeadline = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
                report.undoIn = std::chrono::seconds(words.value(1, "-1").toLongLong());
            }
        } else if (line.startsWith("GATEPOST state ")) {
            readState(line.mid(15), report);
        }
    }
    return report;
}

} // namespace gatepost
