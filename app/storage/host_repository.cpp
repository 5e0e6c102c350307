// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/host_repository.h"

#include "models/core/display_text.h"
#include "models/hosts/host_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HostRepository)
};

/// Far more than thousands of hosts need; a file beyond it is not ours.
constexpr qint64 kLargestFileBytes = 16 << 20;

Error cannotWrite(const QString& file, const QString& reason)
{
    return failure(ErrorCode::AccessDenied,
                   Text::tr("The list of hosts could not be written, so it is as before. Check %1 "
                            "and its folder.")
                       .arg(displayText(file)),
                   reason);
}

} // namespace

HostRepository::HostRepository(QString file)
    : m_file(file.isEmpty() ? defaultFile() : std::move(file))
{}

QString HostRepository::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/hosts.json");
}

Result<QByteArray> HostRepository::bytes() const
{
    QFile in(m_file);
    if (!in.exists()) {
        return QByteArray();
    }
    if (!in.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::AccessDenied,
                       Text::tr("%1 cannot be opened. Make it readable for your user.").arg(m_file),
                       in.errorString());
    }
    if (in.size() > kLargestFileBytes) {
        return failure(ErrorCode::ParseFailed,
                       Text::tr("%1 is too large for a list of hosts. Move it away.").arg(m_file));
    }
    return in.readAll();
}

Result<QList<HostProfile>> HostRepository::load() const
{
    const auto content = bytes();
    if (!content) {
        return content.error();
    }
    auto hosts = readHostList(*content);
    if (!hosts) {
        Error error = hosts.error();
        error.origin = m_file;
        return error;
    }
    return hosts;
}

Result<QList<HostProfile>> HostRepository::current(QByteArray& previous)
{
    auto content = bytes();
    if (!content) {
        return content.error();
    }
    previous = *content;
    auto hosts = readHostList(previous);
    if (hosts) {
        return hosts;
    }
    previous.clear();
    return QList<HostProfile>();
}

Result<QList<HostProfile>> HostRepository::put(const QList<HostProfile>& hosts)
{
    QByteArray previous;
    auto list = current(previous);
    if (!list) {
        return list.error();
    }
    for (HostProfile host : hosts) {
        if (host.id.value.isEmpty()) {
            host.id.value = QUuid::createUuid().toString(QUuid::WithoutBraces);
        }
        const auto other =
            std::find_if(list->cbegin(), list->cend(), [&host](const HostProfile& known) {
                return known.name == host.name && known.id != host.id;
            });
        if (other != list->cend()) {
            return failure(ErrorCode::ChangeConflict,
                           Text::tr("There is already a host called %1. Choose another name.")
                               .arg(displayText(host.name)));
        }
        const auto same =
            std::find_if(list->begin(), list->end(),
                         [&host](const HostProfile& known) { return known.id == host.id; });
        if (same == list->end()) {
            list->append(host);
        } else {
            *same = host;
        }
    }
    if (auto saved = save(*list, previous); !saved) {
        return saved.error();
    }
    return list;
}

Result<QList<HostProfile>> HostRepository::remove(const HostId& id)
{
    QByteArray previous;
    auto list = current(previous);
    if (!list) {
        return list.error();
    }
    const auto removed = list->removeIf([&id](const HostProfile& known) { return known.id == id; });
    if (removed == 0) {
        return list;
    }
    if (auto saved = save(*list, previous); !saved) {
        return saved.error();
    }
    return list;
}

Result<> HostRepository::save(const QList<HostProfile>& hosts, const QByteArray& previous)
{
    if (!QDir().mkpath(QFileInfo(m_file).path())) {
        return cannotWrite(m_file, {});
    }
    m_setAside.clear();
    if (previous.isEmpty() && QFileInfo(m_file).size() > 0) {
        const QString aside =
            m_file + QStringLiteral(".broken-") +
            QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
        if (!QFile::rename(m_file, aside)) {
            return cannotWrite(m_file, {});
        }
        m_setAside = aside;
    }
    QSaveFile out(m_file);
    const QByteArray content = writeHostList(hosts, previous);
    if (!out.open(QIODevice::WriteOnly) ||
        !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        out.write(content) != content.size() || !out.commit()) {
        return cannotWrite(m_file, out.errorString());
    }
    return {};
}

} // namespace gatepost
