// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_values.h"
#include "ui/pages/configuration_page.h"
#include "ui/pages/hardening_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/tests_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatepost;

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    template<typename T>
    static T* find(QWidget& parent, const QString& name)
    {
        T* widget = parent.findChild<T*>(name);
        if (!widget) {
            qWarning("no widget %s", qPrintable(name));
        }
        return widget;
    }

    Theme* m_theme = nullptr;

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(this); }

    void saysThatThereIsNoHost()
    {
        MainWindow window;
        window.show();
        QSignalSpy add(&window, &MainWindow::addHostRequested);
        auto* empty = find<EmptyState>(window, u"windowEmptyState"_s);
        QVERIFY(empty->isVisible());
        find<QPushButton>(*empty, u"emptyStateButton"_s)->click();
        QCOMPARE(add.count(), 1);
    }

    void choosesAHostFromTheSidebar()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.show();
        QSignalSpy chosen(&window, &MainWindow::hostChosen);
        auto* list = find<QListView>(window, u"hostList"_s);
        list->setCurrentIndex(list->model()->index(1, 0)); // below the first heading
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(window.currentHost(), HostId{u"1"_s});
        QVERIFY(find<EmptyState>(*window.overview(), u"emptyState"_s)->isVisible());
        QCOMPARE(window.overview()->emptyState()->reason(), EmptyReason::NeverLoaded);
        // New facts of the same hosts keep the choice and ask nothing.
        QList<HostRow> hosts = sample::hosts();
        hosts[0].status = StatusLevel::Ok;
        window.setHosts(hosts);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(list->currentIndex().row(), 1);
    }

    void showsTheVerdictAndLeadsToItsLine()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.setCurrentHost(HostId{u"1"_s});
        window.configuration()->setSnapshot(sample::snapshot());
        window.overview()->setVerdict(sample::openVerdict());
        window.overview()->setProbe(sample::openProbe());
        window.show();
        auto* title = find<Label>(*window.overview(), u"verdictBannerTitle"_s);
        QVERIFY(title->fullText().startsWith(u"Open relay: anyone on the internet"_s));
        auto* proof = find<Label>(*window.overview(), u"verdictBannerText"_s);
        QVERIFY(proof->fullText().contains(u"main.cf:21"_s));
        QVERIFY(proof->fullText().contains(u"250 2.1.5 Ok"_s));
        auto* services = find<QTableView>(*window.overview(), u"servicesTable"_s);
        Q_EMIT services->clicked(services->model()->index(0, 2));
        QCOMPARE(window.currentPage(), PageId::Configuration);
    }

    void shortcutsReachPagesAndActions()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.setCurrentHost(HostId{u"1"_s});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy pull(&window, &MainWindow::pullRequested);
        QSignalSpy test(&window, &MainWindow::relayTestRequested);
        QSignalSpy cancel(&window, &MainWindow::cancelRequested);
        QTest::keyClick(&window, Qt::Key_F5);
        QCOMPARE(pull.count(), 1);
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), PageId::Queue);
        QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(test.count(), 1);
        QCOMPARE(window.currentPage(), PageId::Tests);
        window.setActivity({u"Reading"_s, {}, true});
        QTest::keyClick(&window, Qt::Key_Escape);
        QCOMPARE(cancel.count(), 1);
    }

    void paletteFindsHostsAndActions()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.setCurrentHost(HostId{u"1"_s});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto* edit = find<QLineEdit>(window, u"commandPaletteEdit"_s);
        QVERIFY(edit->isVisible());
        QTest::keyClicks(edit, u"rel1jp"_s);
        QSignalSpy chosen(&window, &MainWindow::hostChosen);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(window.currentHost(), HostId{u"4"_s});
        QVERIFY(!edit->isVisible());
    }

    void appliesAPlanAndKeepsIt()
    {
        MainWindow window;
        window.setHosts(sample::hosts());
        window.setCurrentHost(HostId{u"1"_s});
        window.hardening()->setPlan(sample::plan(), sample::trustedNetworks());
        window.showPage(PageId::Hardening);
        window.show();
        QSignalSpy apply(window.hardening(), &HardeningPage::applyRequested);
        auto* button = find<QPushButton>(window, u"applyButton"_s);
        QCOMPARE(button->text(), u"Apply to mail.example.hk…"_s);
        QVERIFY(!button->isDefault());
        button->click();
        QCOMPARE(apply.value(0).value(0).toString(), u"relay-1"_s);
        window.hardening()->setTransaction(sample::waiting());
        QVERIFY(!button->isEnabled());
        QSignalSpy keep(window.hardening(), &HardeningPage::keepRequested);
        auto* title = find<Label>(window, u"transactionBarTitle"_s);
        QVERIFY(title->fullText().contains(u"undoes it in 9"_s));
        find<QPushButton>(window, u"keepChangeButton"_s)->click();
        QCOMPARE(keep.count(), 1);
        TransactionReport done = sample::waiting();
        done.state = TransactionState::Committed;
        window.hardening()->setTransaction(done);
        QVERIFY(title->fullText().contains(u"is kept"_s));
        QVERIFY(!find<QPushButton>(window, u"keepChangeButton"_s)->isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
