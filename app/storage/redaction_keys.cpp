// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/redaction_keys.h"

#include <QRandomGenerator>

#include <array>

namespace gatepost {

namespace {

constexpr qsizetype kKeyDigits = 64;

bool isKey(const QByteArray& text)
{
    return text.size() == kKeyDigits && QByteArray::fromHex(text).toHex() == text;
}

} // namespace

QByteArray makeRedactionKey()
{
    std::array<quint32, 8> words = {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof(words)).toHex();
}

RedactionKeys::RedactionKeys(SecretStore& store)
    : m_store(store)
{}

QFuture<QByteArray> RedactionKeys::keyFor(const HostId& host)
{
    const auto known = m_keys.constFind(host.value);
    if (known != m_keys.constEnd()) {
        return *known;
    }
    const QString name = secretName(SecretKind::RedactionKey, host);
    const QFuture<QByteArray> key =
        m_store.read(name).then([&store = m_store, name](const Result<QString>& kept) {
            const QByteArray old = kept ? kept->toLatin1() : QByteArray();
            if (isKey(old)) {
                return old;
            }
            const QByteArray made = makeRedactionKey();
            // Not waited for: without it the key still serves this session.
            store.write(name, QString::fromLatin1(made));
            return made;
        });
    m_keys.insert(host.value, key);
    return key;
}

} // namespace gatepost
