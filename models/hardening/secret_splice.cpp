// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/secret_splice.h"

#include "models/core/display_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatepost {

namespace {

struct SecretLine
{
    qsizetype number; ///< from 1
    QByteArray text;
    QByteArray placeholder;
};

Error cannotEdit(const FileEdit& edit)
{
    return failure(ErrorCode::Unsupported,
                   QCoreApplication::translate(
                       "Transaction",
                       "A line of %1 that would change holds a secret, and secrets stay on the "
                       "host. Edit that line on the host, pull again and plan the rest.")
                       .arg(displayText(edit.path)));
}

QByteArray number(qsizetype value)
{
    return QByteArray::number(qint64(value));
}

} // namespace

Result<SecretSplice> spliceSecrets(const FileEdit& edit)
{
    SecretSplice splice;
    QList<SecretLine> lines;
    for (const RedactedSpan& span : edit.redacted) {
        if (span.offset < 0 || span.length <= 0 || span.offset + span.length > edit.before.size()) {
            return cannotEdit(edit);
        }
        const qsizetype start =
            span.offset == 0 ? 0 : edit.before.lastIndexOf('\n', span.offset - 1) + 1;
        const qsizetype newline = edit.before.indexOf('\n', span.offset);
        const qsizetype end = newline < 0 ? edit.before.size() : newline;
        const qsizetype line = edit.before.first(start).count('\n') + 1;
        if (span.offset + span.length > end || (!lines.isEmpty() && lines.last().number >= line)) {
            return cannotEdit(edit);
        }
        lines.append({line, edit.before.sliced(start, end - start),
                      edit.before.sliced(span.offset, span.length)});
        splice.spans += number(line) + ' ' + number(span.offset - start) + ' ' +
                        number(span.length) + ' ' + span.digest + '\n';
    }
    auto next = lines.cbegin();
    qsizetype at = 0;
    for (const QByteArray& line : edit.after.split('\n')) {
        ++at;
        const bool holdsSecret =
            std::any_of(lines.cbegin(), lines.cend(), [&line](const SecretLine& candidate) {
                return line.contains(candidate.placeholder);
            });
        if (!holdsSecret) {
            continue;
        }
        next = std::find_if(next, lines.cend(), [&line](const SecretLine& candidate) {
            return candidate.text == line;
        });
        if (next == lines.cend()) {
            return cannotEdit(edit);
        }
        splice.kept += number(at) + ' ' + number(next->number) + '\n';
        ++next;
    }
    return splice;
}

} // namespace gatepost
