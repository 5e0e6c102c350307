// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/composition_root.h"

#include "ui/dialogs/apply_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/pages/configuration_page.h"
#include "ui/pages/hardening_page.h"
#include "ui/pages/overview_page.h"

namespace gatepost {

CompositionRoot::CompositionRoot(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(makeDesktopSecretStore())
    , m_keys(*m_secrets)
    , m_prompts(m_window, *m_secrets)
    , m_registry(
          m_repository, [this](const HostId& id) { return m_prompts.prompterFor(id); },
          [this](const HostId& id) { return m_keys.keyFor(id); })
    , m_presenter(m_window)
    , m_editor(m_window, m_registry, m_prompts)
{
    m_theme.setMode(themeModeFromName(m_settings.theme()));
    m_theme.setTextScale(m_settings.textScale());
    connectWindow();
    connectHardening();
}

CompositionRoot::~CompositionRoot()
{
    m_settings.setWindowGeometry(m_window.saveGeometry());
    m_settings.setLastHost(m_window.currentHost());
    m_presenter.present(nullptr);
}

void CompositionRoot::start()
{
    if (const QByteArray geometry = m_settings.windowGeometry(); !geometry.isEmpty()) {
        m_window.restoreGeometry(geometry);
    }
    m_window.show();
    if (const auto loaded = m_registry.load(); !loaded) {
        m_window.setChangeNote(loaded.error().summary, StatusLevel::Warning);
    }
    showHosts();
    if (m_registry.profile(m_settings.lastHost())) {
        choose(m_settings.lastHost());
    }
}

void CompositionRoot::connectWindow()
{
    connect(&m_window, &MainWindow::hostChosen, this, &CompositionRoot::choose);
    connect(&m_window, &MainWindow::pullRequested, this, &CompositionRoot::pull);
    connect(&m_window, &MainWindow::relayTestRequested, this,
            [this] { runProbe(m_window.tests()->chosenVantage()); });
    connect(&m_window, &MainWindow::cancelRequested, this, &CompositionRoot::cancel);
    connect(&m_window, &MainWindow::preferencesRequested, this, &CompositionRoot::showPreferences);
    connect(&m_window, &MainWindow::addHostRequested, &m_editor, &HostEditor::add);
    connect(&m_window, &MainWindow::editHostRequested, &m_editor, &HostEditor::edit);
    connect(&m_window, &MainWindow::removeHostRequested, &m_editor, &HostEditor::remove);
    connect(&m_window, &MainWindow::importHostsRequested, &m_editor, &HostEditor::import);
    connect(&m_editor, &HostEditor::failed, this, [this](const Error& error) {
        m_window.setChangeNote(error.summary, StatusLevel::Warning);
    });
    connect(m_secrets.get(), &SecretStore::keptForSessionOnly, this,
            [this](const QString& sentence) {
                m_window.setChangeNote(sentence, StatusLevel::Unknown);
            });
    connect(&m_editor, &HostEditor::saved, this, &CompositionRoot::choose);
    connect(m_window.tests(), &TestsPage::runRequested, this, &CompositionRoot::runProbe);
    connect(m_window.tests(), &TestsPage::cancelRequested, this, &CompositionRoot::cancel);
    connect(m_window.overview(), &OverviewPage::evidenceRequested, &m_presenter,
            &HostPresenter::showEvidence);
    connect(&m_registry, &HostRegistry::listChanged, this, &CompositionRoot::showHosts);
    connect(&m_registry, &HostRegistry::deskChanged, this, &CompositionRoot::showHosts);
    connect(&m_registry, &HostRegistry::deskClosing, this, [this](const HostId& id) {
        if (m_presenter.desk() && m_presenter.desk()->session.profile().id == id) {
            m_presenter.present(nullptr);
            m_window.setCurrentHost({});
        }
    });
}

void CompositionRoot::connectHardening()
{
    HardeningPage* page = m_window.hardening();
    connect(page, &HardeningPage::trustedNetworksEdited, this, [this](const QStringList& networks) {
        if (HostDesk* desk = current()) {
            desk->change.planFor(networks);
        }
    });
    connect(page, &HardeningPage::applyRequested, this, &CompositionRoot::confirmApply);
    connect(page, &HardeningPage::keepRequested, this, [this] {
        if (HostDesk* desk = current()) {
            desk->change.keep();
        }
    });
    connect(page, &HardeningPage::undoRequested, this, [this] {
        if (HostDesk* desk = current()) {
            desk->change.undo();
        }
    });
    connect(page, &HardeningPage::planRequested, this, [this] {
        if (HostDesk* desk = current()) {
            desk->change.planAgain();
        }
    });
}

void CompositionRoot::showHosts()
{
    QList<HostRow> rows;
    for (const HostProfile& profile : m_registry.profiles()) {
        rows.append(hostRow(profile, m_registry.openDesk(profile.id)));
    }
    m_window.setHosts(rows);
    m_window.tests()->setVantages(vantages());
}

void CompositionRoot::choose(const HostId& id)
{
    m_window.setCurrentHost(id);
    m_window.tests()->setVantages(vantages());
    m_presenter.present(m_registry.desk(id));
}

HostDesk* CompositionRoot::current()
{
    return m_presenter.desk();
}

void CompositionRoot::pull()
{
    if (HostDesk* desk = current()) {
        desk->session.pull();
    }
}

void CompositionRoot::runProbe(const QString& vantageId)
{
    if (HostDesk* desk = current()) {
        desk->probe.run(vantage(vantageId));
    }
}

Vantage CompositionRoot::vantage(const QString& id)
{
    if (HostDesk* through = id.isEmpty() ? nullptr : m_registry.desk(HostId{id})) {
        return {through->session.profile().name, &through->session.connection()};
    }
    return {tr("this desktop"), nullptr};
}

QList<VantageRow> CompositionRoot::vantages() const
{
    QList<VantageRow> rows{{{}, tr("this desktop")}};
    for (const HostProfile& profile : m_registry.profiles()) {
        if (!(profile.id == m_window.currentHost())) {
            rows.append({profile.id.value, profile.name});
        }
    }
    return rows;
}

void CompositionRoot::cancel()
{
    if (HostDesk* desk = current()) {
        desk->session.cancelPull();
        desk->probe.cancel();
    }
}

void CompositionRoot::confirmApply(const QString& planId)
{
    HostDesk* desk = current();
    if (!desk || !desk->change.plan() || !*desk->change.plan()) {
        return;
    }
    auto* dialog = new ApplyDialog(**desk->change.plan(), desk->session.profile().name,
                                   desk->change.undoAfter(), &m_window);
    connect(dialog, &QDialog::accepted, &desk->change, [this, desk, planId] {
        desk->change.apply(planId, vantage(m_window.tests()->chosenVantage()));
    });
    dialog->present();
}

void CompositionRoot::showPreferences()
{
    auto* dialog = new PreferencesDialog(
        {m_settings.theme(), m_settings.language(), m_settings.textScale()}, &m_window);
    connect(dialog, &PreferencesDialog::preferencesChanged, this,
            [this](const Preferences& wanted) {
                m_settings.setTheme(wanted.theme);
                m_settings.setLanguage(wanted.language);
                m_settings.setTextScale(wanted.textScale);
                m_theme.setMode(themeModeFromName(wanted.theme));
                m_theme.setTextScale(wanted.textScale);
            });
    dialog->present();
}

} // namespace gatepost
