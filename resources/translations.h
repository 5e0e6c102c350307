// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace gatepost {

/// Makes `application` speak a language: "en", "zh_CN", or "system" for what LANG, LC_MESSAGES and
/// the desktop's settings ask for. Texts that have no translation, and languages that Gatepost does
/// not speak, come out in English. Call once, before the first text is made; the translators belong
/// to the application. Returns the language in use, "en" or "zh_CN".
QString installTranslations(QCoreApplication& application, const QString& language);

} // namespace gatepost
