// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/host_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

namespace {

HostProfile fullHost()
{
    return {{u"id-1"_s},
            u"mx1 <b>&\"\n"_s,
            u"Lab"_s,
            {u"2001:db8::25"_s, 2222, u"admin"_s, {u"/k/a"_s, u"C:\\k\\b"_s}, u"mx1-key"_s},
            {{u"jump"_s, 22, u"j"_s, {u"/k/j"_s}, {}}, {u"second"_s, 2200, {}, {}, u"alias"_s}},
            Elevation::Doas,
            true,
            false,
            u"/k/known_hosts"_s};
}

QByteArray list(const QByteArray& hosts)
{
    return R"({"schema":"gatepost/hosts/1","hosts":[)" + hosts + "]}";
}

} // namespace

class TestHostStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote()
    {
        HostProfile plain;
        plain.id.value = u"id-2"_s;
        plain.name = u"mx2"_s;
        plain.endpoint.host = u"mx2.example.net"_s;
        plain.elevation = Elevation::Sudo;
        const QList<HostProfile> hosts{fullHost(), plain};
        const QByteArray bytes = writeHostList(hosts);
        QVERIFY(bytes.endsWith('\n'));
        const auto read = readHostList(bytes);
        QVERIFY(read);
        QCOMPARE(*read, hosts);
        QCOMPARE(writeHostList(*read, bytes), bytes);
    }

    void nothingIsAnEmptyList()
    {
        QVERIFY(readHostList({})->isEmpty());
        QVERIFY(readHostList(" \n")->isEmpty());
        QVERIFY(readHostList(list({}))->isEmpty());
    }

    void fillsInWhatAHandWrittenFileLeavesOut()
    {
        const auto hosts = readHostList(list(R"({"address":"mx9.example.net"})"));
        QVERIFY(hosts);
        const HostProfile& host = hosts->first();
        QCOMPARE(host.name, u"mx9.example.net"_s);
        QCOMPARE(host.id.value, u"mx9.example.net"_s);
        QCOMPARE(host.endpoint.port, 22);
        QCOMPARE(host.elevation, Elevation::None);
        QVERIFY(host.useAgent);
        QVERIFY(!host.readOnly);
    }

    void keepsWhatItDoesNotKnow()
    {
        const QByteArray newer = R"({"schema":"gatepost/hosts/1","note":{"by":"me"},
            "hosts":[{"id":"a","address":"a","colour":"blue"},{"id":"b","address":"b","x":1}]})";
        auto hosts = readHostList(newer);
        QVERIFY(hosts);
        hosts->first().name = u"renamed"_s;
        hosts->removeLast();
        const QJsonObject written = QJsonDocument::fromJson(writeHostList(*hosts, newer)).object();
        QCOMPARE(written.value("note"_L1).toObject().value("by"_L1).toString(), u"me"_s);
        const QJsonArray array = written.value("hosts"_L1).toArray();
        QCOMPARE(array.size(), 1);
        QCOMPARE(array.first().toObject().value("colour"_L1).toString(), u"blue"_s);
        QCOMPARE(array.first().toObject().value("name"_L1).toString(), u"renamed"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QByteArray& bytes, const QString& named,
                            ErrorCode code = ErrorCode::ParseFailed) {
            QTest::newRow(name) << bytes << int(code) << named;
        };
        row("no JSON", "{\n\"schema\": \"gatepost/hosts/1\",\n\"hosts\": [,]\n}", u"line 3"_s);
        row("cut off", "{\n\"schema\":", u"line 2"_s);
        row("not an object", "[]", u"\"schema\""_s);
        row("another document", R"({"schema":"other/1","hosts":[]})", u"\"schema\""_s);
        row("no list", R"({"schema":"gatepost/hosts/1","hosts":{}})", u"\"hosts\""_s);
        row("newer", R"({"schema":"gatepost/hosts/2","hosts":[]})", u"newer"_s,
            ErrorCode::Unsupported);
        row("host is no object", list("3"), u"entry 1"_s);
        row("no address", list(R"({"name":"mx1"})"), u"mx1"_s);
        row("address of the wrong kind", list(R"({"address":7})"), u"\"address\""_s);
        row("port too high", list(R"({"address":"a","port":70000})"), u"\"port\""_s);
        row("port with a fraction", list(R"({"address":"a","port":22.5})"), u"\"port\""_s);
        row("port as text", list(R"({"address":"a","port":"22"})"), u"\"port\""_s);
        row("unknown elevation", list(R"({"address":"a","elevation":"su"})"), u"\"elevation\""_s);
        row("flag as text", list(R"({"address":"a","read_only":"yes"})"), u"\"read_only\""_s);
        row("keys as text", list(R"({"address":"a","identity_files":"k"})"),
            u"\"identity_files\""_s);
        row("key as number", list(R"({"address":"a","identity_files":[1]})"),
            u"\"identity_files\""_s);
        row("jump without address", list(R"({"address":"a","jumps":[{"user":"x"}]})"),
            u"\"jumps\""_s);
        row("second host broken", list(R"({"address":"a"},{"address":"","name":"b"})"),
            u"host 2 (b)"_s);
        row("same id twice", list(R"({"id":"x","address":"a"},{"id":"x","address":"b"})"),
            u"\"x\""_s);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QString, named);
        const auto read = readHostList(bytes);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QVERIFY2(read.error().summary.contains(named), qPrintable(read.error().summary));
    }

    void neverHalfReadsATruncatedFile()
    {
        const QByteArray bytes = writeHostList({fullHost()}).trimmed();
        for (qsizetype size = 1; size < bytes.size(); ++size) {
            QVERIFY2(!readHostList(bytes.first(size)), qPrintable(QString::number(size)));
        }
    }
};

QTEST_APPLESS_MAIN(TestHostStore)
#include "tst_host_store.moc"
