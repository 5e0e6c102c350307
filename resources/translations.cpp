// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

static void loadTranslations()
{
    Q_INIT_RESOURCE(translations); // a static library's resources are not registered by themselves
}

namespace gatepost {

namespace {

constexpr auto kSystem = QLatin1String("system");
constexpr auto kEnglish = QLatin1String("en");
constexpr auto kChinese = QLatin1String("zh_CN");

/// The first of the locale's languages that Gatepost speaks. Both Chinese scripts count, since
/// readers of one can read the other better than English.
QString languageFor(const QLocale& locale)
{
    for (const QString& wanted : locale.uiLanguages()) {
        switch (QLocale(wanted).language()) {
        case QLocale::Chinese:
            return kChinese;
        case QLocale::C:
        case QLocale::English:
            return kEnglish;
        default:
            break;
        }
    }
    return kEnglish;
}

void install(QCoreApplication& application, const QString& file, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>(&application);
    if (translator->load(file, folder)) {
        QCoreApplication::installTranslator(translator.release());
    }
}

} // namespace

QString installTranslations(QCoreApplication& application, const QString& language)
{
    static const bool loaded = (loadTranslations(), true);
    Q_UNUSED(loaded)
    const QLocale locale = language == kSystem ? QLocale::system() : QLocale(language);
    const QString chosen = languageFor(locale);
    // Menus that Qt itself makes, such as that of a text field; the file is not on every desktop.
    install(application, QStringLiteral("qtbase_") + chosen,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("gatepost_") + chosen, QStringLiteral(":/i18n"));
    return chosen;
}

} // namespace gatepost
