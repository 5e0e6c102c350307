// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/ip_network.h"

#include <QStringList>

#include <algorithm>

namespace gatepost {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

std::optional<int> decimal(QByteArrayView text, int maximum)
{
    if (text.isEmpty() || text.size() > 3) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value <= maximum ? std::optional(value) : std::nullopt;
}

bool parseIPv4(QByteArrayView text, std::uint8_t* out)
{
    for (int i = 0; i < 4; ++i) {
        const qsizetype dot = i < 3 ? text.indexOf('.') : text.size();
        if (dot < 0) {
            return false;
        }
        const auto octet = decimal(text.first(dot), 255);
        if (!octet) {
            return false;
        }
        out[i] = static_cast<std::uint8_t>(*octet);
        text = text.sliced(std::min(dot + 1, text.size()));
    }
    return true;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Appends the groups of one side of "::"; false when the text is not a group list.
bool appendGroups(QByteArrayView text, QByteArray& out)
{
    while (!text.isEmpty()) {
        const qsizetype colon = text.indexOf(':');
        const QByteArrayView group = colon < 0 ? text : text.first(colon);
        if (colon < 0 && group.contains('.')) {
            std::uint8_t v4[4];
            if (!parseIPv4(group, v4)) {
                return false;
            }
            for (const std::uint8_t octet : v4) {
                out.append(static_cast<char>(octet));
            }
            return true;
        }
        if (group.isEmpty() || group.size() > 4 || (colon >= 0 && colon + 1 == text.size())) {
            return false;
        }
        int value = 0;
        for (const char c : group) {
            const int digit = hexDigit(c);
            if (digit < 0) {
                return false;
            }
            value = value * 16 + digit;
        }
        out.append(static_cast<char>(value >> 8));
        out.append(static_cast<char>(value & 0xff));
        text = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    }
    return true;
}

bool parseIPv6(QByteArrayView text, Bytes& out)
{
    QByteArray head;
    QByteArray tail;
    const qsizetype gap = text.indexOf("::");
    if (!appendGroups(gap < 0 ? text : text.first(gap), head) ||
        (gap >= 0 && !appendGroups(text.sliced(gap + 2), tail))) {
        return false;
    }
    const qsizetype used = head.size() + tail.size();
    if (gap < 0 ? used != 16 : used > 14) {
        return false;
    }
    std::copy(head.begin(), head.end(), out.begin());
    std::copy(tail.begin(), tail.end(), out.end() - tail.size());
    return true;
}

QString ipv6Text(const Bytes& bytes)
{
    std::array<int, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i) {
        groups.at(i) = bytes.at(2 * i) << 8 | bytes.at(2 * i + 1);
    }
    // RFC 5952 section 4.2: the longest run of two or more zero groups, the first of equals.
    std::size_t bestStart = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8; ++i) {
        std::size_t end = i;
        while (end < 8 && groups.at(end) == 0) {
            ++end;
        }
        if (end - i > bestLength) {
            bestStart = i;
            bestLength = end - i;
        }
    }
    QString text;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == bestStart) {
            text += QStringLiteral("::");
            i += bestLength - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':')) {
            text += u':';
        }
        text += QString::number(groups.at(i), 16);
    }
    return text;
}

bool samePrefix(const Bytes& a, const Bytes& b, int bits)
{
    for (std::size_t i = 0; i < a.size() && bits > 0; ++i, bits -= 8) {
        const int mask = bits >= 8 ? 0xff : 0xff << (8 - bits) & 0xff;
        if (((a.at(i) ^ b.at(i)) & mask) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<IpAddress> IpAddress::parse(QByteArrayView text)
{
    if (text.startsWith('[') && text.endsWith(']')) {
        text = text.sliced(1, text.size() - 2);
    }
    IpAddress address;
    if (!text.contains(':')) {
        if (!parseIPv4(text, address.m_bytes.data())) {
            return std::nullopt;
        }
        return address;
    }
    if (!parseIPv6(text, address.m_bytes)) {
        return std::nullopt;
    }
    address.m_v6 = true;
    static constexpr Bytes kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (samePrefix(address.m_bytes, kMapped, 96)) {
        IpAddress v4;
        std::copy_n(address.m_bytes.begin() + 12, 4, v4.m_bytes.begin());
        return v4;
    }
    return address;
}

bool IpAddress::isLoopback() const
{
    static constexpr Bytes kOne{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return m_v6 ? m_bytes == kOne : m_bytes[0] == 127;
}

bool IpAddress::isPrivate() const
{
    if (m_v6) {
        return (m_bytes[0] & 0xfe) == 0xfc || (m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80);
    }
    return m_bytes[0] == 10 || (m_bytes[0] == 172 && (m_bytes[1] & 0xf0) == 16) ||
           (m_bytes[0] == 192 && m_bytes[1] == 168) || (m_bytes[0] == 169 && m_bytes[1] == 254);
}

QString IpAddress::toString() const
{
    if (m_v6) {
        return ipv6Text(m_bytes);
    }
    return QStringLiteral("%1.%2.%3.%4")
        .arg(m_bytes[0])
        .arg(m_bytes[1])
        .arg(m_bytes[2])
        .arg(m_bytes[3]);
}

std::optional<IpNetwork> IpNetwork::parse(QByteArrayView text)
{
    const qsizetype slash = text.lastIndexOf('/');
    const QByteArrayView host = slash < 0 ? text : text.first(slash);
    const bool mapped = host.contains(':') && host.contains('.');
    const auto address = IpAddress::parse(host);
    if (!address) {
        return std::nullopt;
    }
    IpNetwork network;
    network.m_address = *address;
    network.m_prefixLength = address->bitCount();
    if (slash >= 0) {
        // An IPv4-mapped network is written with the IPv6 prefix length: [::ffff:127.0.0.0]/104.
        const bool shifted = !address->isIPv6() && (mapped || host.contains(':'));
        const auto length = decimal(text.sliced(slash + 1), shifted ? 128 : address->bitCount());
        if (!length || (shifted && *length < 96)) {
            return std::nullopt;
        }
        network.m_prefixLength = shifted ? *length - 96 : *length;
    }
    IpAddress masked = *address;
    for (int bit = network.m_prefixLength; bit < address->bitCount(); ++bit) {
        const auto index = static_cast<std::size_t>(bit / 8);
        masked.m_bytes.at(index) &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    }
    return masked == *address ? std::optional(network) : std::nullopt;
}

bool IpNetwork::contains(const IpAddress& address) const
{
    return address.m_v6 == m_address.m_v6 &&
           samePrefix(address.m_bytes, m_address.m_bytes, m_prefixLength);
}

bool IpNetwork::contains(const IpNetwork& other) const
{
    return other.m_prefixLength >= m_prefixLength && contains(other.m_address);
}

bool IpNetwork::isLoopback() const
{
    return m_address.isLoopback() && m_prefixLength >= (m_address.isIPv6() ? 128 : 8);
}

bool IpNetwork::isPrivate() const
{
    static const std::array<IpNetwork, 6> kPrivate{
        *parse("10.0.0.0/8"),     *parse("172.16.0.0/12"), *parse("192.168.0.0/16"),
        *parse("169.254.0.0/16"), *parse("fc00::/7"),      *parse("fe80::/10")};
    return std::any_of(kPrivate.begin(), kPrivate.end(),
                       [this](const IpNetwork& network) { return network.contains(*this); });
}

QString IpNetwork::toString() const
{
    const QString host = m_address.toString();
    return (m_address.isIPv6() ? u'[' + host + u']' : host) + u'/' +
           QString::number(m_prefixLength);
}

} // namespace gatepost
