// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snapshot/collector_stream.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    // The first byte says how the stream is cut; the answer must not depend on it.
    CollectorStream stream;
    const qsizetype chunk = size == 0 ? 1 : 1 + data[0] % 64;
    for (qsizetype at = 0; at < bytes.size(); at += chunk) {
        if (!stream.feed(QByteArrayView(bytes).sliced(at, qMin(chunk, bytes.size() - at)))) {
            break;
        }
    }
    const Result<HostSnapshot> pieces = stream.finish();
    const Result<HostSnapshot> whole = parseCollectorStream(bytes);
    fuzz::require(pieces.has_value() == whole.has_value(), "cutting changes nothing");
    fuzz::require(!whole || *pieces == *whole, "cutting changes no content");
    return 0;
}
