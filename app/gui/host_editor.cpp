// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/host_editor.h"

#include "app/flows/host_directory.h"
#include "app/gui/prompt_desk.h"
#include "ui/dialogs/host_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/remove_host_dialog.h"

#include <QDir>
#include <QPointer>
#include <QUuid>

namespace gatepost {

namespace {

HostTestStep shownStep(ConnectStep step)
{
    switch (step) {
    case ConnectStep::Name:
        return HostTestStep::Name;
    case ConnectStep::Tcp:
        return HostTestStep::Tcp;
    case ConnectStep::HostKey:
        return HostTestStep::HostKey;
    case ConnectStep::SignIn:
        return HostTestStep::SignIn;
    case ConnectStep::Elevation:
        return HostTestStep::Elevation;
    case ConnectStep::Postfix:
        break;
    }
    return HostTestStep::Postfix;
}

HostTestState shownState(StepState state)
{
    switch (state) {
    case StepState::Running:
        return HostTestState::Running;
    case StepState::Passed:
        return HostTestState::Passed;
    case StepState::Failed:
        break;
    }
    return HostTestState::Failed;
}

} // namespace

HostEditor::HostEditor(QWidget& window, HostRegistry& registry, PromptDesk& prompts,
                       QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_registry(registry)
    , m_prompts(prompts)
{}

void HostEditor::add()
{
    // Known before it is saved, so that secrets given during a test are kept under its name.
    const HostId id{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    present(new HostDialog(&m_window), id);
}

void HostEditor::edit(const HostId& id)
{
    if (const HostProfile* profile = m_registry.profile(id)) {
        present(new HostDialog(*profile, &m_window), id);
    }
}

void HostEditor::present(HostDialog* dialog, const HostId& id)
{
    dialog->setTakenNames(takenNames(id));
    QStringList groups;
    for (const HostProfile& profile : m_registry.profiles()) {
        if (!profile.group.isEmpty() && !groups.contains(profile.group)) {
            groups.append(profile.group);
        }
    }
    dialog->setGroups(groups);
    connect(dialog, &HostDialog::testRequested, this, [this, dialog, id](HostProfile profile) {
        profile.id = id;
        test(dialog, std::move(profile));
    });
    connect(dialog, &HostDialog::saveRequested, this, [this, dialog, id](HostProfile profile) {
        profile.id = id;
        if (const auto stored = m_registry.put({profile}); !stored) {
            dialog->showProblem(tr("The host was not saved"), stored.error().summary);
            return;
        }
        dialog->accept();
        Q_EMIT saved(id);
    });
    dialog->present();
}

void HostEditor::test(HostDialog* dialog, HostProfile profile)
{
    const HostId id = profile.id;
    auto* test = new ConnectionTest(std::move(profile), m_prompts.prompterFor(id), dialog);
    connect(test, &ConnectionTest::stepReported, dialog, [dialog](const StepReport& report) {
        dialog->showTestStep(
            {shownStep(report.step), shownState(report.state), report.text, report.hop});
    });
    connect(test, &ConnectionTest::finished, dialog,
            [dialog, test](const std::optional<Error>& error) {
                dialog->finishTest(!error,
                                   error ? error->summary : tr("Everything works. Save the host."));
                test->deleteLater();
            });
    connect(dialog, &HostDialog::testCancelled, test, &ConnectionTest::cancel);
    test->start();
}

void HostEditor::remove(const HostId& id)
{
    const HostProfile* profile = m_registry.profile(id);
    if (!profile) {
        return;
    }
    auto* dialog = new RemoveHostDialog(profile->name, &m_window);
    connect(dialog, &QDialog::accepted, this, [this, id] {
        if (const auto removed = m_registry.remove(id); !removed) {
            Q_EMIT failed(removed.error());
        }
    });
    dialog->present();
}

void HostEditor::import()
{
    const QString path = QDir::homePath() + QStringLiteral("/.ssh/config");
    const auto found = importSshConfig(path);
    if (!found) {
        Q_EMIT failed(found.error());
        return;
    }
    auto* dialog = new ImportDialog(path, found->hosts, found->notes, takenNames({}), &m_window);
    connect(dialog, &ImportDialog::importRequested, this,
            [this, dialog](const QList<HostProfile>& hosts) {
                if (const auto stored = m_registry.put(hosts); !stored) {
                    dialog->showProblem(tr("No host was imported"), stored.error().summary);
                    return;
                }
                dialog->accept();
            });
    dialog->present();
}

QStringList HostEditor::takenNames(const HostId& except) const
{
    QStringList names;
    for (const HostProfile& profile : m_registry.profiles()) {
        if (!(profile.id == except)) {
            names.append(profile.name);
        }
    }
    return names;
}

} // namespace gatepost
