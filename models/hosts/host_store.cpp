// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/host_store.h"

#include "models/core/display_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HostStore)
};

constexpr auto kSchemaFamily = "gatepost/hosts/"_L1;
constexpr auto kSchema = "gatepost/hosts/1"_L1;
constexpr int kSshPort = 22;
constexpr int kHighestPort = 65535;

struct ElevationWord
{
    Elevation elevation;
    QLatin1String word;
};

constexpr ElevationWord kElevationWords[] = {
    {Elevation::None, "none"_L1}, {Elevation::Sudo, "sudo"_L1}, {Elevation::Doas, "doas"_L1}};

/// Takes members of one object and remembers the first that is not what it must be.
class MemberReader
{
public:
    explicit MemberReader(const QJsonObject& object)
        : m_object(object)
    {}

    QString text(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        check(name, value.isUndefined() || value.isString());
        return value.toString();
    }

    bool flag(QLatin1String name, bool absent)
    {
        const QJsonValue value = m_object.value(name);
        check(name, value.isUndefined() || value.isBool());
        return value.toBool(absent);
    }

    quint16 port(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        const int port = value.toInt(value.isUndefined() ? kSshPort : 0);
        check(name, port > 0 && port <= kHighestPort);
        return quint16(port);
    }

    QStringList texts(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        check(name, value.isUndefined() || value.isArray());
        QStringList texts;
        for (const QJsonValue& element : value.toArray()) {
            check(name, element.isString());
            texts.append(element.toString());
        }
        return texts;
    }

    Elevation elevation(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined()) {
            return Elevation::None;
        }
        for (const ElevationWord& known : kElevationWords) {
            if (value.toString() == known.word) {
                return known.elevation;
            }
        }
        check(name, false);
        return Elevation::None;
    }

    SshEndpoint endpoint()
    {
        SshEndpoint endpoint{text("address"_L1), port("port"_L1), text("user"_L1),
                             texts("identity_files"_L1), text("host_key_alias"_L1)};
        check("address"_L1, !endpoint.host.isEmpty());
        return endpoint;
    }

    void check(QLatin1String name, bool good)
    {
        if (!good && m_problem.isEmpty()) {
            m_problem = name;
        }
    }

    QString problem() const { return m_problem; }

private:
    const QJsonObject& m_object;
    QString m_problem;
};

Error broken(const QString& what)
{
    return failure(ErrorCode::ParseFailed,
                   Text::tr("The list of hosts cannot be read: %1. Correct the file; until then it "
                            "stays as it is.")
                       .arg(what));
}

Result<HostProfile> readHost(const QJsonValue& value, int number)
{
    if (!value.isObject()) {
        return broken(Text::tr("entry %1 of \"hosts\" is no object").arg(number));
    }
    const QJsonObject object = value.toObject();
    MemberReader reader(object);
    HostProfile host;
    host.endpoint = reader.endpoint();
    host.name = reader.text("name"_L1);
    host.name = host.name.isEmpty() ? host.endpoint.host : host.name;
    host.id.value = reader.text("id"_L1);
    host.id.value = host.id.value.isEmpty() ? host.name : host.id.value;
    host.group = reader.text("group"_L1);
    host.elevation = reader.elevation("elevation"_L1);
    host.readOnly = reader.flag("read_only"_L1, host.readOnly);
    host.useAgent = reader.flag("use_agent"_L1, host.useAgent);
    host.knownHostsFile = reader.text("known_hosts_file"_L1);
    const QJsonValue jumps = object.value("jumps"_L1);
    reader.check("jumps"_L1, jumps.isUndefined() || jumps.isArray());
    for (const QJsonValue& jump : jumps.toArray()) {
        const QJsonObject hop = jump.toObject();
        MemberReader hopReader(hop);
        host.jumps.append(hopReader.endpoint());
        reader.check("jumps"_L1, hopReader.problem().isEmpty());
    }
    if (!reader.problem().isEmpty()) {
        return broken(Text::tr("host %1 (%2) has no usable \"%3\"")
                          .arg(QString::number(number), displayText(host.name), reader.problem()));
    }
    return host;
}

QJsonObject endpointObject(const SshEndpoint& endpoint, QJsonObject object = {})
{
    object.insert("address"_L1, endpoint.host);
    object.insert("port"_L1, endpoint.port);
    object.insert("user"_L1, endpoint.user);
    object.insert("identity_files"_L1, QJsonArray::fromStringList(endpoint.identityFiles));
    object.insert("host_key_alias"_L1, endpoint.hostKeyAlias);
    return object;
}

QJsonObject hostObject(const HostProfile& host, const QJsonObject& previous)
{
    QJsonObject object = endpointObject(host.endpoint, previous);
    object.insert("id"_L1, host.id.value);
    object.insert("name"_L1, host.name);
    object.insert("group"_L1, host.group);
    for (const ElevationWord& known : kElevationWords) {
        if (known.elevation == host.elevation) {
            object.insert("elevation"_L1, known.word);
        }
    }
    object.insert("read_only"_L1, host.readOnly);
    object.insert("use_agent"_L1, host.useAgent);
    object.insert("known_hosts_file"_L1, host.knownHostsFile);
    QJsonArray jumps;
    for (const SshEndpoint& jump : host.jumps) {
        jumps.append(endpointObject(jump));
    }
    object.insert("jumps"_L1, jumps);
    return object;
}

} // namespace

Result<QList<HostProfile>> readHostList(const QByteArray& bytes)
{
    if (bytes.trimmed().isEmpty()) {
        return QList<HostProfile>();
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype line = bytes.first(qBound(0, error.offset, int(bytes.size()))).count('\n');
        return broken(Text::tr("line %1 is no JSON (%2)").arg(line + 1).arg(error.errorString()));
    }
    const QString schema = document.object().value("schema"_L1).toString();
    if (schema != kSchema && schema.startsWith(kSchemaFamily)) {
        return failure(ErrorCode::Unsupported,
                       Text::tr("The list of hosts was written by a newer Gatepost (%1). Use that "
                                "version; until then the file stays as it is.")
                           .arg(displayText(schema)));
    }
    if (schema != kSchema || !document.object().value("hosts"_L1).isArray()) {
        return broken(
            Text::tr("it does not hold \"schema\": \"%1\" and a list \"hosts\"").arg(kSchema));
    }
    QList<HostProfile> hosts;
    QSet<QString> ids;
    for (const QJsonValue& value : document.object().value("hosts"_L1).toArray()) {
        auto host = readHost(value, int(hosts.size()) + 1);
        if (!host) {
            return host.error();
        }
        if (ids.contains(host->id.value)) {
            return broken(
                Text::tr("two hosts have the id \"%1\"").arg(displayText(host->id.value)));
        }
        ids.insert(host->id.value);
        hosts.append(*host);
    }
    return hosts;
}

QByteArray writeHostList(const QList<HostProfile>& hosts, const QByteArray& previous)
{
    QJsonObject document = QJsonDocument::fromJson(previous).object();
    QHash<QString, QJsonObject> known;
    int number = 0;
    for (const QJsonValue& value : document.value("hosts"_L1).toArray()) {
        if (const auto host = readHost(value, ++number)) {
            known.insert(host->id.value, value.toObject());
        }
    }
    QJsonArray array;
    for (const HostProfile& host : hosts) {
        array.append(hostObject(host, known.value(host.id.value)));
    }
    document.insert("schema"_L1, kSchema);
    document.insert("hosts"_L1, array);
    return QJsonDocument(document).toJson();
}

} // namespace gatepost
