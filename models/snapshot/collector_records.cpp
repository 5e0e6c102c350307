// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/collector_records.h"

#include "models/core/display_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gatepost {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CollectorStream)
};

qint64 number(const QByteArray& word, qint64 otherwise, int base = 10)
{
    bool ok = false;
    const qint64 value = word.toLongLong(&ok, base);
    return ok && value >= 0 ? value : otherwise;
}

QByteArray unlessDash(const QByteArray& word)
{
    return word == "-" ? QByteArray() : word;
}

/// Lines "offset length digest", in order, within the content and not overlapping.
QList<RedactedSpan> redactedSpans(const QByteArray& text, qsizetype contentSize)
{
    QList<RedactedSpan> spans;
    qsizetype end = 0;
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 3) {
            continue;
        }
        const qint64 offset = number(words[0], -1);
        const qint64 length = number(words[1], -1);
        if (offset < end || length <= 0 || offset > contentSize || length > contentSize - offset) {
            continue;
        }
        spans +=
            {static_cast<qsizetype>(offset), static_cast<qsizetype>(length), unlessDash(words[2])};
        end = static_cast<qsizetype>(offset + length);
    }
    return spans;
}

/// What the collector itself decided not to read is no loss worth a sentence.
bool isDeliberate(const QByteArray& problem)
{
    return problem == "Not collected: contents are not looked at" ||
           problem == "Not collected: directory" || problem == "Not collected: socket";
}

QString noteSentence(const QByteArray& id, const QString& detail)
{
    if (id == "no-postfix") {
        return Text::tr("Postfix was not found: there is no postconf in the usual directories.");
    }
    if (id == "random-key") {
        return Text::tr("No redaction key was given, so a changed secret does not show between two "
                        "snapshots.");
    }
    if (id == "no-timeout") {
        return Text::tr(
            "The host has no timeout program; a hanging program was ended less cleanly.");
    }
    if (id == "no-sha256") {
        return Text::tr("The host cannot compute SHA-256, so a changed secret does not show.");
    }
    if (id == "no-stat") {
        return Text::tr(
            "The host has no usable stat program: owners, modes and times of files were not "
            "seen.");
    }
    if (id == "too-many-files") {
        return Text::tr(
                   "The configuration names more files than are collected; the first one left out "
                   "is %1.")
            .arg(detail);
    }
    if (id == "changed") {
        return Text::tr("%1 changed while it was read. Pull again before you rely on it.")
            .arg(detail);
    }
    if (id == "greeting") {
        return Text::tr("The login shell printed text before the snapshot, which was skipped: %1")
            .arg(detail);
    }
    return {};
}

} // namespace

CollectedFile collectedFile(const QList<QByteArray>& fields, bool* changed)
{
    CollectedFile file;
    file.path = fields[0];
    file.linkTarget = fields[2];
    file.problem = fields[3];
    file.content = fields[5];
    // exists readable truncated mode owner group time size lines sha256
    const QList<QByteArray> facts = fields[1].split(' ');
    if (facts.size() != 10) {
        file.problem = "Not collected: the record is damaged";
        file.content.clear();
        return file;
    }
    file.exists = facts[0] == "1";
    file.readable = facts[1] == "1";
    file.truncated = facts[2] == "1";
    file.mode = static_cast<int>(number(facts[3], 0, 8) & 07777);
    file.owner = unlessDash(facts[4]);
    file.group = unlessDash(facts[5]);
    if (const qint64 time = number(facts[6], -1); time >= 0) {
        file.modified = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
    }
    file.sizeBytes = number(facts[7], 0);
    file.lineCount = number(facts[8], -1);
    file.sha256 = unlessDash(facts[9]);
    file.redacted = redactedSpans(fields[4], file.content.size());
    if (file.readable && !file.truncated) {
        const QByteArray sum =
            QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex();
        *changed = file.redacted.isEmpty() && !file.sha256.isEmpty() && file.sha256 != sum;
        file.sha256 = sum;
    }
    return file;
}

void completeSnapshot(HostSnapshot& snapshot)
{
    for (const char* path : {"/etc/os-release", "/usr/lib/os-release", "/etc/redhat-release"}) {
        const QByteArray content = snapshot.fileContent(path);
        for (const QByteArray& line : content.split('\n')) {
            if (snapshot.osName.isEmpty() && line.startsWith("PRETTY_NAME=")) {
                snapshot.osName = line.mid(12).trimmed();
                if (snapshot.osName.size() >= 2 && snapshot.osName.startsWith('"') &&
                    snapshot.osName.endsWith('"')) {
                    snapshot.osName = snapshot.osName.mid(1, snapshot.osName.size() - 2);
                }
            }
        }
        if (snapshot.osName.isEmpty() && path == QByteArrayView("/etc/redhat-release")) {
            snapshot.osName = content.trimmed();
        }
    }
}

QStringList whatWasNotSeen(const HostSnapshot& snapshot, const QList<QByteArray>& notes)
{
    QStringList sentences;
    if (!snapshot.privileged) {
        sentences +=
            Text::tr("Collected without root: what only root may read was not seen. Set up sudo "
                     "or doas for this connection to see it.");
    }
    for (const QByteArray& note : notes) {
        const qsizetype tab = note.indexOf('\t');
        const QString sentence = noteSentence(note.left(tab), displayText(note.mid(tab + 1), 400));
        if (!sentence.isEmpty()) {
            sentences += sentence;
        }
    }
    for (const CollectedFile& file : snapshot.files) {
        const QString path = displayText(file.path, 400);
        if (file.exists && file.truncated) {
            sentences +=
                Text::tr("%1 is too large to be collected whole; only its beginning was seen.")
                    .arg(path);
        } else if ((file.exists && !file.readable && !isDeliberate(file.problem)) ||
                   (!file.exists && file.problem == "Permission denied")) {
            sentences += Text::tr("%1 was not seen: %2.").arg(path, displayText(file.problem, 200));
        }
    }
    for (const CollectedCommand& command : snapshot.commands) {
        const QString shown = displayText(command.argv, 200);
        const QString words = displayText(command.err.trimmed().left(300));
        if (command.exitStatus == 124 || command.exitStatus == 137) {
            sentences += Text::tr("%1 did not end in time and was stopped.").arg(shown);
        } else if (command.exitStatus == 153) {
            sentences += Text::tr("%1 printed more than is collected and was stopped.").arg(shown);
        } else if (command.exitStatus != 0 && command.exitStatus != 127) {
            sentences +=
                words.isEmpty()
                    ? Text::tr("%1 failed with status %2.").arg(shown).arg(command.exitStatus)
                    : Text::tr("%1 failed: %2").arg(shown, words);
        }
    }
    return sentences;
}

} // namespace gatepost
