// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/value_syntax.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const ExpandedValue expanded =
        expandChecked(bytes, [&bytes](const QByteArray& name) { return bytes.left(name.size()); });
    fuzz::require(expanded.text.size() < 50'000'000, "expansion is bounded");
    qsizetype total = 0;
    for (const QByteArray& element : splitList(bytes)) {
        fuzz::require(!element.isEmpty(), "no element of a list is empty");
        total += element.size();
    }
    fuzz::require(total <= bytes.size(), "a list is not longer than its text");
    return 0;
}
