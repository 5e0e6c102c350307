// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/smtp/smtp_reply.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    SmtpReplyReader reader;
    for (qsizetype at = 0; at < bytes.size() && !reader.isBroken(); at += 5) {
        reader.feed(QByteArrayView(bytes).sliced(at, qMin<qsizetype>(5, bytes.size() - at)));
        while (const auto reply = reader.next()) {
            fuzz::require(reply->code >= 100 && reply->code <= 999, "a code has three digits");
            fuzz::require(!reply->summary().contains(QChar(0x1b)), "no escape reaches a terminal");
            classifyRcptReply(*reply);
        }
    }
    return 0;
}
