// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/transaction_script.h"

#include "models/core/display_text.h"
#include "models/core/shell_quote.h"
#include "models/hardening/secret_splice.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transaction)
};

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
/// here-document always ends in a newline; where the content does not, that is cut off again.
QByteArray writeFile(const QByteArray& name, const QByteArray& content)
{
    constexpr qsizetype kShort = 1000;
    const QByteArray file = "\"$txn/" + name + '"';
    const QByteArray size = QByteArray::number(content.size());
    QByteArray source;
    if (content.size() <= kShort) {
        source = "printf %s " + shellQuote(content) + " >" + file + " || no_space\n";
    } else {
        const bool whole = content.endsWith('\n');
        const QByteArray mark = endMark(content);
        source = "cat >\"$txn/" + name + (whole ? "\"" : ".raw\"") + " <<'" + mark +
                 "' || no_space\n" + content + (whole ? "" : "\n") + mark + '\n';
        if (!whole) {
            source += "head -c " + size + " \"$txn/" + name + ".raw\" >" + file +
                      " || no_space\nrm -f \"$txn/" + name + ".raw\"\n";
        }
    }
    return source + "[ \"$(wc -c <" + file + ")\" -eq " + size + " ] || no_space\n";
}

/// Makes the transaction's directory. What goes wrong there is told apart by the system's words:
/// a full disk is another matter than one that cannot be written.
constexpr const char* kPreparation = R"(
no_space() { echo 'GATEPOST state refused space'; rm -rf "$txn"; exit 10; }
problem=$(LC_ALL=C; export LC_ALL; { mkdir -p "$base/txn" && chmod 700 "$base" "$base/txn" &&
  mkdir "$txn"; } 2>&1) || {
  printf '%s\n' "$problem" | head -n 3 | sed 's/^/GATEPOST detail /'
  case $problem in *'No space'* | *quota*) no_space ;; esac
  echo "GATEPOST state refused write $base"
  exit 10
}
)";

QByteArray directoryOf(const QByteArray& transactionId)
{
    return QByteArray(kHostDirectory) + "/txn/" + transactionId;
}

} // namespace

Result<QByteArray> compileTransaction(const ChangePlan& plan, const TransactionOptions& options)
{
    QByteArray script = "set -u\numask 077\ntxn=" + shellQuote(directoryOf(options.transactionId)) +
                        "\nbase=" + shellQuote(kHostDirectory) + kPreparation;
    script += writeFile("engine.sh", options.engine);
    script += writeFile("config_directory", plan.configDirectory);
    script += writeFile("undo_after", QByteArray::number(qint64(options.undoAfter.count())));
    script += writeFile("count", QByteArray::number(plan.edits.size()));
    int number = 0;
    bool hasSecrets = false;
    for (const FileEdit& edit : plan.edits) {
        if (edit.after.contains('\0') || edit.path.contains('\n') || edit.path.contains('\0')) {
            return failure(
                ErrorCode::Unsupported,
                Text::tr("%1 cannot be changed from here: its name or content is no text.")
                    .arg(displayText(edit.path)));
        }
        const QByteArray n = QByteArray::number(++number);
        script += writeFile(n + ".path", edit.path);
        script += writeFile(n + ".sha", edit.sha256Before);
        script += writeFile(n + ".new", edit.after);
        if (edit.redacted.isEmpty()) {
            continue;
        }
        const auto splice = spliceSecrets(edit);
        if (!splice) {
            return splice.error();
        }
        if (options.redactionKey.isEmpty()) {
            return failure(
                ErrorCode::Unsupported,
                Text::tr("%1 holds secrets that stay on the host, and the key to find them "
                         "again is not known. Pull again and make the plan anew.")
                    .arg(displayText(edit.path)));
        }
        script += writeFile(n + ".before", edit.before);
        script += writeFile(n + ".spans", splice->spans);
        script += writeFile(n + ".kept", splice->kept);
        hasSecrets = true;
    }
    if (hasSecrets) {
        script += writeFile("key", options.redactionKey);
    }
    return script + "exec /bin/sh \"$txn/engine.sh\" apply \"$txn\" </dev/null\n";
}

QList<QByteArray> transactionCommand(const QByteArray& action, const QByteArray& transactionId)
{
    const QByteArray directory = directoryOf(transactionId);
    return {"/bin/sh", directory + "/engine.sh", action, directory};
}

} // namespace gatepost
