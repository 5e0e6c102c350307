// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace gatepost {

/// A value or the Error that prevented it. `Result<>` is success or an Error.
template<typename T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;

    Result() = default;
    Result(Error error)
        : tl::expected<T, Error>(tl::unexpected<Error>(std::move(error)))
    {}
};

/// An Error in one expression: `return failure(ErrorCode::Timeout, tr("..."));`
inline Error failure(ErrorCode code, QString summary, QString detail = {}, QString origin = {})
{
    return Error{code, std::move(summary), std::move(detail), std::move(origin)};
}

} // namespace gatepost
