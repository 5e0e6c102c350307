// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

namespace gatepost {

/// An IPv4 or IPv6 address. Text in, text out; no name look-ups. QHostAddress is not used because
/// it lives in QtNetwork, which the models do not link.
class IpAddress
{
public:
    /// Reads "192.0.2.1", "2001:db8::1", or either form in brackets; IPv4-mapped IPv6 addresses
    /// become IPv4, as Postfix's smtpd shows them. Empty for anything else, zones included.
    static std::optional<IpAddress> parse(QByteArrayView text);

    bool isIPv6() const { return m_v6; }
    /// Network byte order; an IPv4 address uses the first four bytes.
    const std::array<std::uint8_t, 16>& bytes() const { return m_bytes; }
    /// 32 or 128.
    int bitCount() const { return m_v6 ? 128 : 32; }
    bool isLoopback() const;
    /// RFC 1918, RFC 4193 (fc00::/7) and link-local addresses.
    bool isPrivate() const;
    /// Canonical text (RFC 5952 for IPv6), without brackets.
    QString toString() const;

    auto operator<=>(const IpAddress&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
    bool m_v6 = false;

    friend class IpNetwork;
};

/// An address with a prefix length, as in postconf(5) mynetworks and cidr_table(5).
class IpNetwork
{
public:
    /// Reads "192.168.1.0/24", "[2001:db8::]/32", "2001:db8::/32" or a single address. Empty when
    /// the text is no network or has bits set beyond the prefix, which Postfix refuses too
    /// ("non-null host address bits").
    static std::optional<IpNetwork> parse(QByteArrayView text);

    const IpAddress& address() const { return m_address; }
    int prefixLength() const { return m_prefixLength; }
    bool contains(const IpAddress& address) const;
    bool contains(const IpNetwork& other) const;
    /// Whether all of it is loopback (127.0.0.0/8, ::1).
    bool isLoopback() const;
    /// Whether all of it is private in the sense of IpAddress::isPrivate().
    bool isPrivate() const;
    /// The form Postfix writes: "192.168.1.0/24", "[2001:db8::]/32".
    QString toString() const;

    bool operator==(const IpNetwork&) const = default;

private:
    IpAddress m_address;
    int m_prefixLength = 0;
};

} // namespace gatepost
