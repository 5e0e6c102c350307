// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/host_editor.h"
#include "app/gui/host_presenter.h"
#include "app/gui/host_registry.h"
#include "app/gui/prompt_desk.h"
#include "app/storage/host_repository.h"
#include "app/storage/redaction_keys.h"
#include "app/storage/secret_store.h"
#include "app/storage/settings.h"
#include "ui/pages/tests_page.h"
#include "ui/theme/theme.h"

#include <QObject>

namespace gatepost {

/// Builds the console and connects its parts: what the pages ask for goes to the flows of the host
/// that is shown. One for each program, after QApplication; GUI thread only.
class CompositionRoot : public QObject
{
    Q_OBJECT

public:
    /// `settings` must outlive this; their language is in force already.
    explicit CompositionRoot(Settings& settings, QObject* parent = nullptr);
    ~CompositionRoot() override;

    /// Reads the list of hosts and shows the window.
    void start();

private:
    void connectWindow();
    void connectHardening();
    void showHosts();
    void choose(const HostId& id);
    void pull();
    void runProbe(const QString& vantageId);
    Vantage vantage(const QString& id);
    QList<VantageRow> vantages() const;
    void cancel();
    void confirmApply(const QString& planId);
    void showPreferences();
    HostDesk* current();

    Settings& m_settings;
    Theme m_theme;
    HostRepository m_repository;
    std::unique_ptr<SecretStore> m_secrets;
    RedactionKeys m_keys;
    MainWindow m_window;
    PromptDesk m_prompts;
    HostRegistry m_registry;
    HostPresenter m_presenter;
    HostEditor m_editor;
};

} // namespace gatepost
