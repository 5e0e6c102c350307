// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/host_repository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

namespace {

HostProfile host(const QString& id, const QString& name)
{
    HostProfile profile;
    profile.id.value = id;
    profile.name = name;
    profile.endpoint.host = name + u".example.net"_s;
    return profile;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestHostRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"new/folder/hosts.json"_s);
    }

    void startsEmptyAndKeepsHosts()
    {
        HostRepository repository(m_file);
        QVERIFY(repository.load()->isEmpty());
        QVERIFY(!QFile::exists(m_file));
        QCOMPARE(repository.put({host(u"1"_s, u"mx1"_s), host({}, u"mx2"_s)})->size(), 2);
        const auto hosts = HostRepository(m_file).load();
        QVERIFY(hosts);
        QCOMPARE(hosts->at(0), host(u"1"_s, u"mx1"_s));
        QVERIFY(!hosts->at(1).id.value.isEmpty());
        QCOMPARE(QFileInfo(m_file).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void replacesAndRemovesByIdentity()
    {
        HostRepository repository(m_file);
        QVERIFY(repository.put({host(u"1"_s, u"mx1"_s), host(u"2"_s, u"mx2"_s)}));
        const auto renamed = repository.put({host(u"1"_s, u"mail"_s)});
        QCOMPARE(renamed->size(), 2);
        QCOMPARE(renamed->first().name, u"mail"_s);
        QCOMPARE(repository.remove({u"none"_s})->size(), 2);
        QCOMPARE(repository.remove({u"1"_s})->size(), 1);
        QCOMPARE(repository.load()->first().name, u"mx2"_s);
    }

    void refusesASecondHostOfTheSameName()
    {
        HostRepository repository(m_file);
        QVERIFY(repository.put({host(u"1"_s, u"mx1"_s)}));
        const QByteArray before = contentOf(m_file);
        const auto refused = repository.put({host(u"2"_s, u"mx2"_s), host(u"3"_s, u"mx1"_s)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ChangeConflict);
        QVERIFY(refused.error().summary.contains(u"mx1"_s));
        QCOMPARE(contentOf(m_file), before);
    }

    void twoWindowsKeepEachOthersWork()
    {
        HostRepository first(m_file);
        HostRepository second(m_file);
        QVERIFY(first.put({host(u"1"_s, u"mx1"_s)}));
        QVERIFY(second.put({host(u"2"_s, u"mx2"_s)}));
        QCOMPARE(first.put({host(u"3"_s, u"mx3"_s)})->size(), 3);
    }

    void neverOverwritesAFileItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("broken by hand") << QByteArray("{\"schema\": \"gatepost/hosts/1\", oops");
        QTest::newRow("from a newer Gatepost")
            << QByteArray(R"({"schema":"gatepost/hosts/9","hosts":[]})");
        QTest::newRow("not ours") << QByteArray("\x7f"
                                                "ELF\0\0",
                                                6);
    }

    void neverOverwritesAFileItCannotRead()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        write(m_file, bytes);
        HostRepository repository(m_file);
        const auto broken = repository.load();
        QVERIFY(!broken);
        QCOMPARE(broken.error().origin, m_file);
        QCOMPARE(contentOf(m_file), bytes);
        QCOMPARE(repository.remove({u"1"_s})->size(), 0);
        QCOMPARE(contentOf(m_file), bytes);

        QCOMPARE(repository.put({host(u"1"_s, u"mx1"_s)})->size(), 1);
        QVERIFY(repository.setAsideFile().startsWith(m_file + u".broken-"_s));
        QCOMPARE(contentOf(repository.setAsideFile()), bytes);
        QCOMPARE(repository.load()->size(), 1);
        QVERIFY(repository.put({host(u"2"_s, u"mx2"_s)}));
        QVERIFY(repository.setAsideFile().isEmpty());
        QCOMPARE(QFileInfo(m_file).dir().entryList({u"hosts.json*"_s}, QDir::Files).size(), 2);
    }

    void saysThatItCannotWrite()
    {
        write(m_folder->filePath(u"new"_s), "a file where a folder must be");
        HostRepository repository(m_file);
        const auto refused = repository.put({host(u"1"_s, u"mx1"_s)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AccessDenied);
        QVERIFY(refused.error().summary.contains(m_file));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestHostRepository)
#include "tst_host_repository.moc"
