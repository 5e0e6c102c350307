// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/effective_config.h"
#include "models/policy/relay_judge.h"
#include "tests/fuzz/program/fuzz.h"
#include "tests/support/sample_snapshot.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    // main.cf, then a NUL, then master.cf: whatever is written there gets a verdict with a reason.
    const qsizetype cut = bytes.indexOf(char(0));
    const HostSnapshot snapshot =
        cut < 0 ? sampleSnapshot(bytes) : sampleSnapshot(bytes.first(cut), bytes.sliced(cut + 1));
    const HostVerdict verdict = judgeRelay(snapshot);
    fuzz::require(!verdict.sentence.isEmpty(), "a verdict has a sentence");
    for (const ServiceVerdict& service : verdict.services) {
        fuzz::require(!service.because.sentence.isEmpty(), "a service has a reason");
    }
    return 0;
}
