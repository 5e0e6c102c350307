// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "models/core/display_text.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>

namespace gatepost {

namespace {

void write(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

/// Characters that a terminal acts on, or that hide or turn round what follows, stand in strings
/// only, where JSON has another spelling for them. QJsonDocument uses it for those below U+0020.
QByteArray withoutActiveCharacters(const QByteArray& json)
{
    QString text;
    const QString source = QString::fromUtf8(json);
    text.reserve(source.size());
    for (const QChar character : source) {
        const char16_t code = character.unicode();
        const bool active = (code >= 0x7f && code <= 0x9f) ||
                            (character.category() == QChar::Other_Format && code != 0x00ad);
        text += active ? QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'))
                       : QString(character);
    }
    return text.toUtf8();
}

/// The text between the braces of a document, without the line breaks next to them.
QByteArray membersOf(const QJsonObject& object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Indented);
    return text.sliced(2, text.lastIndexOf('}') - 3);
}

} // namespace

void printLine(const QString& line)
{
    write(stdout, line.toLocal8Bit() + '\n');
    std::fflush(stdout); // whoever follows a pipe sees each step when it happens
}

void printErrorLine(const QString& line)
{
    write(stderr, line.toLocal8Bit() + '\n');
}

void printError(const Error& error)
{
    printErrorLine(error.origin.isEmpty()
                       ? error.summary
                       : QStringLiteral("%1: %2").arg(displayText(error.origin), error.summary));
    const auto lines = error.detail.split(u'\n', Qt::SkipEmptyParts);
    constexpr qsizetype kMostLines = 20;
    for (const QString& line : lines.first(qMin(lines.size(), kMostLines))) {
        printErrorLine(QStringLiteral("    ") + displayText(line));
    }
}

void printJson(const QJsonObject& document)
{
    // QJsonObject sorts its members; readers of a stream want to know first what they read.
    QJsonObject rest = document;
    QByteArray text = "{\n";
    for (const char* name : {"schema", "host", "time"}) {
        const QJsonObject member{{QLatin1StringView(name), rest.take(QLatin1StringView(name))}};
        text += membersOf(member) + (rest.isEmpty() ? "\n" : ",\n");
    }
    text += (rest.isEmpty() ? QByteArray() : membersOf(rest) + '\n') + "}\n";
    write(stdout, withoutActiveCharacters(text));
    std::fflush(stdout);
}

QJsonObject documentHead(const QString& command, const QString& host)
{
    return {{QStringLiteral("schema"), QStringLiteral("gatepost/%1/1").arg(command)},
            {QStringLiteral("host"), host},
            {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

QJsonObject errorDocument(const QString& command, const QString& host, const Error& error)
{
    QJsonObject document = documentHead(command, host);
    document.insert(QStringLiteral("error"),
                    QJsonObject{{QStringLiteral("code"), errorCodeName(error.code)},
                                {QStringLiteral("summary"), error.summary},
                                {QStringLiteral("detail"), error.detail},
                                {QStringLiteral("origin"), error.origin}});
    return document;
}

} // namespace gatepost
