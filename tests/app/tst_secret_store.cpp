// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/redaction_keys.h"
#include "app/storage/secret_store.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestSecretStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;

    template<typename T>
    static T waitFor(const QFuture<T>& future)
    {
        // Keychain answers come by way of the event loop.
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000)) {
            qFatal("the store did not answer");
        }
        return future.result();
    }

    static void keepsAndForgets(SecretStore& store)
    {
        const QString name = secretName(SecretKind::Password, {u"1"_s}, u"admin@mx1"_s);
        QCOMPARE(waitFor(store.read(name)).error().code, ErrorCode::NotFound);
        QVERIFY(waitFor(store.write(name, u"pässwörd 密"_s)));
        QCOMPARE(*waitFor(store.read(name)), u"pässwörd 密"_s);
        QVERIFY(waitFor(store.write(name, u"other"_s)));
        QCOMPARE(*waitFor(store.read(name)), u"other"_s);
        QVERIFY(waitFor(store.remove(name)));
        QVERIFY(waitFor(store.remove(name)));
        QCOMPARE(waitFor(store.read(name)).error().code, ErrorCode::NotFound);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // A desktop without a secret service, whatever runs where the test does.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(u"no-bus"_s).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toUtf8());
        qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toUtf8());
        qputenv("HOME", m_home.path().toUtf8());
    }

    void memoryKeepsAndForgets()
    {
        const auto store = makeSessionSecretStore();
        QVERIFY(!store->isLasting());
        keepsAndForgets(*store);
    }

    void withoutAKeychainMemoryServesAndIsSaidOnce()
    {
        const auto store = makeDesktopSecretStore();
        QSignalSpy said(store.get(), &SecretStore::keptForSessionOnly);
        keepsAndForgets(*store);
        QVERIFY(!store->isLasting());
        QCOMPARE(said.count(), 1);
        QVERIFY(said.first().first().toString().contains(u"keychain"_s));
        // Nothing of it is in a file.
        QVERIFY(waitFor(store->write(u"password/x"_s, u"Top-Secret-9713"_s)));
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("Top-Secret"), qPrintable(file.fileName()));
        }
    }

    void namesTellSecretsApart_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const HostId one{u"1"_s};
        const HostId two{u"2"_s};
        QTest::newRow("hosts") << secretName(SecretKind::Password, one, u"a@h"_s)
                               << secretName(SecretKind::Password, two, u"a@h"_s);
        QTest::newRow("users") << secretName(SecretKind::Password, one, u"a@h"_s)
                               << secretName(SecretKind::Password, one, u"b@h"_s);
        QTest::newRow("sign-in and root")
            << secretName(SecretKind::Password, one, u"a@h"_s)
            << secretName(SecretKind::ElevationPassword, one, u"a@h"_s);
        QTest::newRow("percent sign in a name")
            << secretName(SecretKind::Password, {u"%2"_s}, u"a"_s)
            << secretName(SecretKind::Password, {u"a"_s}, u"a"_s);
    }

    void namesTellSecretsApart()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QVERIFY(first != second);
    }

    void aPassphraseBelongsToItsFile()
    {
        QCOMPARE(secretName(SecretKind::KeyPassphrase, {u"1"_s}, u"/k"_s),
                 secretName(SecretKind::KeyPassphrase, {u"2"_s}, u"/k"_s));
    }

    void redactionKeysStayTheSame()
    {
        const auto store = makeSessionSecretStore();
        QByteArray first;
        {
            RedactionKeys keys(*store);
            first = waitFor(keys.keyFor({u"1"_s}));
            QCOMPARE(first.size(), 64);
            QCOMPARE(QByteArray::fromHex(first).toHex(), first);
            QCOMPARE(waitFor(keys.keyFor({u"1"_s})), first);
            QVERIFY(waitFor(keys.keyFor({u"2"_s})) != first);
        }
        RedactionKeys later(*store);
        QCOMPARE(waitFor(later.keyFor({u"1"_s})), first);
    }

    void aDamagedRedactionKeyIsReplaced()
    {
        const auto store = makeSessionSecretStore();
        QVERIFY(waitFor(store->write(secretName(SecretKind::RedactionKey, {u"1"_s}), u"short"_s)));
        RedactionKeys keys(*store);
        QCOMPARE(waitFor(keys.keyFor({u"1"_s})).size(), 64);
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
