// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/secret_store.h"

#include <QHash>

namespace gatepost {

/// A new key: 64 hexadecimal digits from the system's source of randomness.
QByteArray makeRedactionKey();

/// The key that secrets of a host are digested with before they travel (see pullSnapshot): one for
/// each host, made at random on first use, kept in the secret store. Where the store lasts for the
/// session only, so do the keys, and digests of two sessions cannot be compared.
class RedactionKeys
{
public:
    /// `store` must outlive this and its futures.
    explicit RedactionKeys(SecretStore& store);

    /// 64 hex digits. Never fails: a key that cannot be kept is used for this session.
    QFuture<QByteArray> keyFor(const HostId& host);

private:
    SecretStore& m_store;
    QHash<QString, QFuture<QByteArray>> m_keys;
};

} // namespace gatepost
