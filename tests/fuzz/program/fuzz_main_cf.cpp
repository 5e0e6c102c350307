// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/config/main_cf.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    MainCf document(bytes);
    fuzz::require(document.bytes() == bytes, "what was parsed comes out again");
    document.set("fuzzed", "value");
    fuzz::require(document.find("fuzzed") != nullptr, "an entry that was set is there");
    fuzz::require(document.find("fuzzed")->value == "value", "an entry has the value set");
    const qsizetype others = document.entries().size();
    document.remove("fuzzed");
    fuzz::require(document.find("fuzzed") == nullptr, "an entry that was removed is gone");
    fuzz::require(document.entries().size() < others, "nothing else appears");
    return 0;
}
