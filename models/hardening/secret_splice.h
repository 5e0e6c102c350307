// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/hardening/change_plan.h"

namespace gatepost {

/// How a host puts the secrets back that it kept to itself: which lines of the new file are lines
/// of its own old one. Text for the engine (resources/transaction_files.sh), numbers in decimal.
struct SecretSplice
{
    /// One line for each secret: line of the old file from 1, bytes before the redacted text, its
    /// length in bytes, keyed digest.
    QByteArray spans;
    /// One line for each line of the new file that holds a secret: its number, and the number of
    /// the old line that it is, both from 1.
    QByteArray kept;

    bool operator==(const SecretSplice&) const = default;
};

/// Finds the lines with secrets again in the new content. Both texts are empty when the file holds
/// no secrets. ErrorCode::Unsupported when such a line is no longer as it was (what stays on the
/// host cannot be edited from here), or when one line holds several secrets.
Result<SecretSplice> spliceSecrets(const FileEdit& edit);

} // namespace gatepost
