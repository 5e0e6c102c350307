// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queue/queue_json.h"

#include <simdjson.h>

namespace gatepost {
namespace {

constexpr qsizetype kMaxIdLength = 64;
constexpr int kMaxRecipients = 100000;

QString text(simdjson::dom::element object, const char* key)
{
    std::string_view value;
    if (object[key].get_string().get(value) != simdjson::SUCCESS) {
        return {};
    }
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

qint64 number(simdjson::dom::element object, const char* key)
{
    int64_t value = 0;
    return object[key].get_int64().get(value) == simdjson::SUCCESS && value > 0 ? value : 0;
}

bool isQueueName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 32 &&
           std::all_of(name.begin(), name.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

bool readEntry(simdjson::dom::element object, QueueEntry& entry)
{
    entry.queueName = text(object, "queue_name");
    entry.queueId = text(object, "queue_id");
    if (!isQueueName(entry.queueName) || !isQueueId(entry.queueId.toUtf8())) {
        return false;
    }
    // Year 9999 bounds what a QDateTime can show.
    entry.arrivedAt = QDateTime::fromSecsSinceEpoch(
        qMin<qint64>(number(object, "arrival_time"), 253402300799), Qt::UTC);
    entry.sizeBytes = number(object, "message_size");
    bool expire = false;
    entry.forcedExpire =
        object["forced_expire"].get_bool().get(expire) == simdjson::SUCCESS && expire;
    entry.sender = text(object, "sender");
    if (entry.sender == QLatin1StringView("MAILER-DAEMON")) {
        entry.sender.clear();
    }
    simdjson::dom::array recipients;
    if (object["recipients"].get_array().get(recipients) == simdjson::SUCCESS) {
        for (const simdjson::dom::element recipient : recipients) {
            if (!recipient.is_object() || entry.recipients.size() >= kMaxRecipients) {
                break;
            }
            entry.recipients += {text(recipient, "address"), text(recipient, "delay_reason")};
        }
    }
    return true;
}

} // namespace

bool isQueueId(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= kMaxIdLength &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

struct QueueJsonReader::Parser
{
    simdjson::dom::parser json;
};

QueueJsonReader::QueueJsonReader()
    : m_parser(std::make_unique<Parser>())
{}

QueueJsonReader::~QueueJsonReader() = default;
QueueJsonReader::QueueJsonReader(QueueJsonReader&&) noexcept = default;
QueueJsonReader& QueueJsonReader::operator=(QueueJsonReader&&) noexcept = default;

void QueueJsonReader::feed(QByteArrayView chunk, QList<QueueEntry>& entries)
{
    m_lines.feed(chunk, [&](QByteArrayView line) { takeLine(line, entries); });
}

void QueueJsonReader::finish(QList<QueueEntry>& entries)
{
    m_lines.finish([&](QByteArrayView line) { takeLine(line, entries); });
}

void QueueJsonReader::takeLine(QByteArrayView line, QList<QueueEntry>& entries)
{
    if (line.trimmed().isEmpty()) {
        return;
    }
    simdjson::dom::element document;
    auto error = m_parser->json.parse(line.data(), static_cast<size_t>(line.size())).get(document);
    if (error == simdjson::UTF8_ERROR) {
        // An address may hold any bytes; the rest of the line is still good.
        const QByteArray repaired = QString::fromUtf8(line).toUtf8();
        error = m_parser->json.parse(repaired.data(), static_cast<size_t>(repaired.size()))
                    .get(document);
    }
    QueueEntry entry;
    if (error != simdjson::SUCCESS || !document.is_object() || !readEntry(document, entry)) {
        ++m_skipped;
        return;
    }
    entries += std::move(entry);
}

} // namespace gatepost
