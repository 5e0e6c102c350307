// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/known_hosts.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    KnownHosts known;
    known.addFile(bytes);
    known.keyTypes(QStringLiteral("mail.example.net"), 22);
    known.check(QStringLiteral("mail.example.net"), 2222, "ssh-ed25519", bytes);
    known.usesHashes();
    known.addFile("\n" +
                  KnownHosts::makeLine(QStringLiteral("new.example"), 22, "ssh-ed25519", "k"));
    fuzz::require(known.entries().size() >= 1, "a line of our own is always read");
    return 0;
}
