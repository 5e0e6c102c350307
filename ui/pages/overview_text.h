// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/relay_verdict.h"
#include "models/smtp/probe_report.h"
#include "ui/theme/status_style.h"

#include <optional>

namespace gatepost {

/// What the overview's banner says.
struct BannerText
{
    StatusLevel level = StatusLevel::Unknown;
    QString title;
    QString proof;
    bool canClose = false; ///< there is a hole that the relay layer can close

    bool operator==(const BannerText&) const = default;
};

/// Joins both proofs: the configuration's verdict and the probe's. The worse of them gives the
/// title; where they disagree the proof says so.
BannerText bannerText(const HostVerdict& verdict, const std::optional<ProbeReport>& probe);

/// "main.cf:40"; empty for a built-in default.
QString placeName(const Because& because);

} // namespace gatepost
