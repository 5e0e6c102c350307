// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/lab_profile.h"

namespace gatepost {

/// How somebody signs in, and what is answered to the questions that this brings.
struct Person
{
    QString user;
    QString host = QStringLiteral("mx1");
    bool key = true;
    Elevation elevation = Elevation::None;
    QStringList passwords = {};
    QList<QStringList> rounds = {};
    QStringList elevationPasswords = {};
    bool acceptKeys = true;
};

inline HostProfile profileOf(const Person& person, const QString& knownHosts)
{
    HostProfile profile =
        labProfile(QStringLiteral("mx1"), person.user, knownHosts, person.elevation);
    if (person.host != QLatin1String("mx1")) {
        profile.endpoint.host = person.host;
    }
    if (!person.key) {
        profile.endpoint.identityFiles = {QStringLiteral("/nonexistent")};
    }
    return profile;
}

inline std::shared_ptr<ScriptedPrompter> prompterOf(const Person& person)
{
    auto prompter = std::make_shared<ScriptedPrompter>();
    prompter->passwords = person.passwords;
    prompter->rounds = person.rounds;
    prompter->elevationPasswords = person.elevationPasswords;
    return prompter;
}

} // namespace gatepost

Q_DECLARE_METATYPE(gatepost::Person)
