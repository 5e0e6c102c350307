// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"

#include <QJsonObject>
#include <QString>

namespace gatepost {

/// One line on standard output. Text of a host must have been through displayText.
void printLine(const QString& line = {});

/// One line on standard error.
void printErrorLine(const QString& line);

/// The failure's sentence, then the other side's own words, made safe for a terminal.
void printError(const Error& error);

/// The document and a newline on standard output.
void printJson(const QJsonObject& document);

/// The head of every document: schema "gatepost/<command>/1", host and time (UTC, ISO 8601).
QJsonObject documentHead(const QString& command, const QString& host);

/// A document that says why there is no other: the head and "error" with code, summary, detail.
QJsonObject errorDocument(const QString& command, const QString& host, const Error& error);

} // namespace gatepost
