// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/master_cf.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    MasterCf document(bytes);
    fuzz::require(document.bytes() == bytes, "what was parsed comes out again");
    for (const MasterService& service : document.services()) {
        service.strayArgument();
    }
    if (!document.services().isEmpty()) {
        const QByteArray label = document.services().first().label();
        document.removeOverride(label, "a");
        document.setOverride(label, "fuzzed", "v w");
    }
    return 0;
}
