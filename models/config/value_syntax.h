// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

namespace gatepost {

/// Gives the unexpanded value of a parameter; an empty value for an unknown one.
using ParameterLookup = std::function<QByteArray(const QByteArray& name)>;

/// Expands $name, ${name}, $(name), $$, ${name?text}, ${name:text}, ${name?{text}:{text}} and
/// ${{a} == {b} ? {text} : {text}} (postconf(5)). A value that refers to itself comes out empty,
/// where Postfix stops with "unreasonable macro call nesting".
QByteArray expandValue(const QByteArray& value, const ParameterLookup& lookup);

/// A value after expansion.
struct ExpandedValue
{
    QByteArray text;
    /// Postfix stops with this value: "unreasonable macro call nesting", or a reference that never
    /// closes. `text` then holds what came before.
    bool fatal = false;
};

/// Like expandValue(), and says whether Postfix would stop.
ExpandedValue expandChecked(const QByteArray& value, const ParameterLookup& lookup);

/// Splits a list at commas and white space; "{ ... }" stays one element, with its braces
/// (postconf(5), Postfix 3.0 and later).
QList<QByteArray> splitList(const QByteArray& value);

/// "yes", "Yes", "YES" are true (postconf(5)).
bool isYes(const QByteArray& value);

} // namespace gatepost
