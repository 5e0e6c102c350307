// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/settings.h"

#include <QSettings>
#include <QStandardPaths>
#include <QStringList>

namespace gatepost {

namespace {

constexpr double kSmallestText = 0.8;
constexpr double kLargestText = 2.0;

QString oneOf(const QString& value, const QStringList& known)
{
    return known.contains(value) ? value : known.first();
}

} // namespace

Settings::Settings(const QString& file)
    : m_settings(std::make_unique<QSettings>(
          file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                               QStringLiteral("/gatepost.ini")
                         : file,
          QSettings::IniFormat))
{}

Settings::~Settings() = default;

QString Settings::theme() const
{
    return oneOf(m_settings->value(QStringLiteral("look/theme")).toString(),
                 {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")});
}

void Settings::setTheme(const QString& theme)
{
    m_settings->setValue(QStringLiteral("look/theme"), theme);
}

QString Settings::language() const
{
    return oneOf(m_settings->value(QStringLiteral("look/language")).toString(),
                 {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("zh_CN")});
}

void Settings::setLanguage(const QString& language)
{
    m_settings->setValue(QStringLiteral("look/language"), language);
}

double Settings::textScale() const
{
    bool ok = false;
    const double scale = m_settings->value(QStringLiteral("look/textScale")).toDouble(&ok);
    return ok && scale >= kSmallestText && scale <= kLargestText ? scale : 1.0;
}

void Settings::setTextScale(double scale)
{
    m_settings->setValue(QStringLiteral("look/textScale"),
                         qBound(kSmallestText, scale, kLargestText));
}

QByteArray Settings::windowGeometry() const
{
    return m_settings->value(QStringLiteral("window/geometry")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry)
{
    m_settings->setValue(QStringLiteral("window/geometry"), geometry);
}

HostId Settings::lastHost() const
{
    return {m_settings->value(QStringLiteral("window/lastHost")).toString()};
}

void Settings::setLastHost(const HostId& id)
{
    m_settings->setValue(QStringLiteral("window/lastHost"), id.value);
}

} // namespace gatepost
