// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verdict_text.h"

#include "app/cli/output.h"
#include "models/core/display_text.h"
#include "models/hardening/text_diff.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(gatepostctl)
};

QString place(const Because& because)
{
    return because.file.isEmpty()
               ? Text::tr("built-in default")
               : QStringLiteral("%1:%2").arg(displayText(because.file)).arg(because.line);
}

QString matrixWord(MatrixAnswer answer)
{
    switch (answer) {
    case MatrixAnswer::Accept:
        return QStringLiteral("accept");
    case MatrixAnswer::Refuse:
        return QStringLiteral("refuse");
    case MatrixAnswer::Defer:
        return QStringLiteral("defer");
    case MatrixAnswer::Down:
        return QStringLiteral("down");
    case MatrixAnswer::Error:
        return QStringLiteral("error");
    case MatrixAnswer::NotApplicable:
        return QStringLiteral("-");
    case MatrixAnswer::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QJsonObject becauseFields(const Because& because)
{
    return {{QStringLiteral("list"), because.list},
            {QStringLiteral("restriction"), because.restriction},
            {QStringLiteral("file"), because.file},
            {QStringLiteral("line"), because.line},
            {QStringLiteral("text"), because.text},
            {QStringLiteral("sentence"), because.sentence}};
}

} // namespace

void printVerdict(const HostVerdict& verdict)
{
    printLine(QStringLiteral("[%1] %2").arg(relayVerdictName(verdict.verdict).toUpper(),
                                            displayText(verdict.sentence)));
    for (const ServiceVerdict& service : verdict.services) {
        printLine(QStringLiteral("  %1: %2")
                      .arg(displayText(service.name), relayVerdictName(service.verdict)));
        printLine(QStringLiteral("    %1  %2")
                      .arg(place(service.because), displayText(service.because.text)));
        if (!service.because.sentence.isEmpty()) {
            printLine(QStringLiteral("    ") + displayText(service.because.sentence));
        }
    }
    for (const QString& note : verdict.notes) {
        printLine(QStringLiteral("  ") + displayText(note));
    }
}

void printProbe(const ProbeReport& report)
{
    printLine(QStringLiteral("[%1] %2").arg(probeVerdictName(report.verdict).toUpper(),
                                            displayText(report.sentence)));
    for (const RelayCaseResult& row : report.cases) {
        printLine(
            QStringLiteral("  %1  <%2> -> <%3>  %4")
                .arg(replyClassName(row.replyClass), -15)
                .arg(displayText(row.sender), displayText(row.recipient), displayText(row.reply)));
    }
    printLine(Text::tr("Transcript:"));
    for (const TranscriptLine& line : report.transcript) {
        printLine((line.fromServer ? QStringLiteral("  < ") : QStringLiteral("  > ")) +
                  displayText(line.text));
    }
}

void printPlan(const ChangePlan& plan)
{
    printLine(plan.isEmpty()
                  ? displayText(plan.explanation)
                  : QStringLiteral("%1. %2").arg(plan.title, displayText(plan.explanation)));
    for (const SemanticChange& change : plan.changes) {
        printLine(QStringLiteral("  %1: %2 -> %3")
                      .arg(displayText(change.parameter), displayText(change.before),
                           displayText(change.after)));
        printLine(QStringLiteral("    ") + displayText(change.why));
    }
    for (const FileEdit& edit : plan.edits) {
        printLine(QStringLiteral("  --- %1").arg(displayText(edit.path)));
        for (const DiffRow& row : withContext(diffLines(edit.before, edit.after), 1)) {
            const QChar sign = row.kind == DiffRow::Kind::Added     ? u'+'
                               : row.kind == DiffRow::Kind::Removed ? u'-'
                                                                    : u' ';
            printLine(QStringLiteral("  %1 %2 %3")
                          .arg(row.oldLine > 0 ? row.oldLine : row.newLine, 5)
                          .arg(sign)
                          .arg(row.text));
        }
    }
    if (!plan.isEmpty()) {
        printLine(Text::tr("  Who may send where, before and after:"));
        for (qsizetype i = 0; i < plan.after.matrix.size(); ++i) {
            const MatrixRow after = plan.after.matrix.at(i);
            const MatrixRow before = plan.before.matrix.value(i, after);
            printLine(QStringLiteral("    %1, %2: to the outside %3 -> %4")
                          .arg(after.client, displayText(after.service),
                               matrixWord(before.toOutside), matrixWord(after.toOutside)));
        }
    }
    for (const QString& risk : plan.risks) {
        printLine(Text::tr("  Risk: %1").arg(displayText(risk)));
    }
}

QJsonObject verdictFields(const HostVerdict& verdict)
{
    QJsonArray services;
    for (const ServiceVerdict& service : verdict.services) {
        QJsonArray trace;
        for (const TraceStep& step : service.trace) {
            trace.append(QJsonObject{{QStringLiteral("list"), step.list},
                                     {QStringLiteral("restriction"), step.restriction},
                                     {QStringLiteral("result"), step.result},
                                     {QStringLiteral("evidence"), step.evidence}});
        }
        services.append(QJsonObject{{QStringLiteral("name"), service.name},
                                    {QStringLiteral("verdict"), relayVerdictName(service.verdict)},
                                    {QStringLiteral("because"), becauseFields(service.because)},
                                    {QStringLiteral("trace"), trace}});
    }
    QJsonArray matrix;
    for (const MatrixRow& row : verdict.matrix) {
        matrix.append(QJsonObject{{QStringLiteral("client"), row.client},
                                  {QStringLiteral("service"), row.service},
                                  {QStringLiteral("to_own"), matrixWord(row.toOwnDomain)},
                                  {QStringLiteral("to_outside"), matrixWord(row.toOutside)},
                                  {QStringLiteral("as_own_sender"), matrixWord(row.asOwnSender)}});
    }
    return {{QStringLiteral("verdict"), relayVerdictName(verdict.verdict)},
            {QStringLiteral("sentence"), verdict.sentence},
            {QStringLiteral("services"), services},
            {QStringLiteral("matrix"), matrix},
            {QStringLiteral("notes"), QJsonArray::fromStringList(verdict.notes)}};
}

QJsonObject probeFields(const ProbeReport& report)
{
    QJsonArray cases;
    for (const RelayCaseResult& row : report.cases) {
        cases.append(QJsonObject{{QStringLiteral("id"), row.id},
                                 {QStringLiteral("title"), row.title},
                                 {QStringLiteral("helo"), row.helo},
                                 {QStringLiteral("sender"), row.sender},
                                 {QStringLiteral("recipient"), row.recipient},
                                 {QStringLiteral("foreign"), row.foreign},
                                 {QStringLiteral("reply"), row.reply},
                                 {QStringLiteral("class"), replyClassName(row.replyClass)}});
    }
    QJsonArray transcript;
    for (const TranscriptLine& line : report.transcript) {
        transcript.append(
            QJsonObject{{QStringLiteral("from"),
                         line.fromServer ? QStringLiteral("server") : QStringLiteral("client")},
                        {QStringLiteral("text"), line.text}});
    }
    return {{QStringLiteral("verdict"), probeVerdictName(report.verdict)},
            {QStringLiteral("sentence"), report.sentence},
            {QStringLiteral("target"), report.target},
            {QStringLiteral("vantage"), report.vantage},
            {QStringLiteral("banner"), report.banner},
            {QStringLiteral("cases"), cases},
            {QStringLiteral("transcript"), transcript}};
}

QJsonObject planFields(const ChangePlan& plan)
{
    QJsonArray edits;
    for (const FileEdit& edit : plan.edits) {
        QJsonArray rows;
        for (const DiffRow& row : withContext(diffLines(edit.before, edit.after), 1)) {
            rows.append(QJsonObject{{QStringLiteral("old_line"), row.oldLine},
                                    {QStringLiteral("new_line"), row.newLine},
                                    {QStringLiteral("text"), row.text}});
        }
        edits.append(
            QJsonObject{{QStringLiteral("path"), QString::fromUtf8(edit.path)},
                        {QStringLiteral("sha256_before"), QString::fromLatin1(edit.sha256Before)},
                        {QStringLiteral("diff"), rows}});
    }
    QJsonArray changes;
    for (const SemanticChange& change : plan.changes) {
        changes.append(QJsonObject{{QStringLiteral("parameter"), change.parameter},
                                   {QStringLiteral("before"), change.before},
                                   {QStringLiteral("after"), change.after},
                                   {QStringLiteral("why"), change.why}});
    }
    return {{QStringLiteral("id"), plan.id},
            {QStringLiteral("layer"), plan.layer},
            {QStringLiteral("explanation"), plan.explanation},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("edits"), edits},
            {QStringLiteral("risks"), QJsonArray::fromStringList(plan.risks)},
            {QStringLiteral("verdict_before"), relayVerdictName(plan.before.verdict)},
            {QStringLiteral("verdict_after"), relayVerdictName(plan.after.verdict)}};
}

QJsonObject transactionFields(const TransactionReport& report)
{
    return {{QStringLiteral("state"), transactionStateName(report.state)},
            {QStringLiteral("reason"), report.reason},
            {QStringLiteral("steps"), QJsonArray::fromStringList(report.steps)},
            {QStringLiteral("backup"), QString::fromUtf8(report.backupPath)},
            {QStringLiteral("undo_deadline"), report.undoDeadline.toString(Qt::ISODate)}};
}

} // namespace gatepost
