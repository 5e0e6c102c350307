// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hardening/transaction_report.h"
#include "tests/fuzz/program/fuzz.h"

using namespace gatepost;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    const TransactionReport report = readTransactionReport(bytes);
    fuzz::require(readTransactionReport(bytes) == report, "the same output reads the same");
    return 0;
}
