// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialog_samples.h"

#include "tests/ui/sample_values.h"
#include "ui/dialogs/apply_dialog.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/dialogs/host_dialog.h"
#include "ui/dialogs/host_key_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/preferences_dialog.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatepost::sample {

namespace {

using std::make_unique;

std::unique_ptr<HostDialog> testedHost()
{
    auto dialog = make_unique<HostDialog>(savedHost());
    dialog->findChild<QPushButton*>(u"hostTestButton"_s)->click();
    const QString hop = u"gate.example.hk"_s;
    const auto passed = [&dialog](HostTestStep step, const QString& at, const QString& text) {
        dialog->showTestStep({step, HostTestState::Passed, text, at});
    };
    passed(HostTestStep::Name, hop, u"192.0.2.7"_s);
    passed(HostTestStep::Tcp, hop, u"Connected to 192.0.2.7"_s);
    passed(HostTestStep::HostKey, hop, u"Known host key, ssh-ed25519"_s);
    passed(HostTestStep::SignIn, hop, u"Signed in as ops with a key of the ssh agent"_s);
    passed(HostTestStep::Name, {}, u"The jump host looks the name up"_s);
    passed(HostTestStep::Tcp, {}, u"Connected through the jump host"_s);
    passed(HostTestStep::HostKey, {}, u"Known host key, ssh-ed25519"_s);
    return dialog;
}

std::unique_ptr<Dialog> testRunning()
{
    auto dialog = testedHost();
    dialog->showTestStep({HostTestStep::SignIn, HostTestState::Running, {}, {}});
    return dialog;
}

std::unique_ptr<Dialog> testFailed()
{
    auto dialog = testedHost();
    const QString sentence = u"mail.example.hk refused the sign-in as admin. Check the user name, "
                             "and that one of your keys or your password is valid there."_s;
    dialog->showTestStep({HostTestStep::SignIn, HostTestState::Failed, sentence, {}});
    dialog->finishTest(false, u"mail.example.hk cannot be used yet."_s);
    return dialog;
}

std::unique_ptr<Dialog> hostProblem()
{
    auto dialog = make_unique<HostDialog>();
    dialog->findChild<QPushButton*>(u"hostSaveButton"_s)->click();
    return dialog;
}

std::unique_ptr<Dialog> interactive()
{
    return make_unique<CredentialDialog>(
        CredentialRequest{CredentialRequest::Kind::Interactive,
                          u"admin@mail.example.hk"_s,
                          1,
                          u"PAM"_s,
                          u"<b>Example Ltd</b>\nUse of this host is logged.\x1b[2J"_s,
                          {{u"Password: "_s, false}, {u"One-time code: "_s, true}},
                          true});
}

std::unique_ptr<Dialog> loosening()
{
    ChangePlan plan = sample::plan();
    std::swap(plan.before, plan.after);
    return make_unique<ApplyDialog>(plan, u"mail.example.hk"_s, std::chrono::seconds(120));
}

std::unique_ptr<Dialog> import()
{
    QList<HostProfile> found;
    for (const QString& name : {u"mx1"_s, u"mx2"_s, u"relay1.jp"_s, u"old-gateway"_s}) {
        HostProfile host;
        host.name = name;
        host.endpoint.host = name + u".example.hk"_s;
        host.endpoint.user = u"admin"_s;
        found.append(host);
    }
    found[1].endpoint.port = 2222;
    found[2].jumps.append({u"gate.example.hk"_s, 22, {}, {}});
    return make_unique<ImportDialog>(
        u"/home/ops/.ssh/config"_s, found,
        QStringList{u"/home/ops/.ssh/config:12: Gatepost does not evaluate Match; the lines below "
                    "it, up to the next Host, are left out."_s,
                    u"/home/ops/.ssh/config:31: Gatepost cannot sign in with Kerberos."_s},
        QStringList{u"mx1"_s});
}

} // namespace

HostProfile savedHost()
{
    HostProfile host;
    host.id.value = u"1"_s;
    host.name = u"mail.example.hk"_s;
    host.group = u"Hong Kong"_s;
    host.endpoint = {u"mail.example.hk"_s, 2222, u"admin"_s, {u"/home/ops/.ssh/id_ed25519"_s}};
    host.jumps = {{u"gate.example.hk"_s, 22, u"ops"_s, {u"/home/ops/.ssh/gate"_s}, u"gate-key"_s}};
    host.elevation = Elevation::Sudo;
    return host;
}

QList<DialogCase> dialogs()
{
    using Kind = CredentialRequest::Kind;
    return {
        {u"host-new"_s, [] { return make_unique<HostDialog>(); }},
        {u"host-edit"_s, [] { return make_unique<HostDialog>(savedHost()); }},
        {u"host-problem"_s, hostProblem},
        {u"host-test-running"_s, testRunning},
        {u"host-test-failed"_s, testFailed},
        {u"host-key"_s,
         [] {
             return make_unique<HostKeyDialog>(
                 HostKeyQuestion{u"mail.example.hk"_s,
                                 22,
                                 u"ssh-ed25519"_s,
                                 u"SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDTFJOLGJXhOkXR7rs"_s,
                                 {}});
         }},
        {u"host-key-other"_s,
         [] {
             return make_unique<HostKeyDialog>(
                 HostKeyQuestion{u"mail.example.hk"_s,
                                 2222,
                                 u"ecdsa-sha2-nistp256"_s,
                                 u"SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDTFJOLGJXhOkXR7rs"_s,
                                 {u"ssh-ed25519"_s}});
         }},
        {u"password"_s,
         [] {
             return make_unique<CredentialDialog>(CredentialRequest{
                 Kind::Password, u"admin@mail.example.hk"_s, 1, {}, {}, {}, true});
         }},
        {u"password-again"_s,
         [] {
             return make_unique<CredentialDialog>(
                 CredentialRequest{Kind::Password, u"admin@mail.example.hk"_s, 2});
         }},
        {u"passphrase"_s,
         [] {
             return make_unique<CredentialDialog>(
                 CredentialRequest{Kind::KeyPassphrase, u"/home/ops/.ssh/id_ed25519"_s});
         }},
        {u"interactive"_s, interactive},
        {u"elevation"_s,
         [] {
             return make_unique<CredentialDialog>(CredentialRequest{
                 Kind::ElevationPassword, u"admin@mail.example.hk"_s, 1, {}, {}, {}, true});
         }},
        {u"apply"_s,
         [] {
             return make_unique<ApplyDialog>(sample::plan(), u"mail.example.hk"_s,
                                             std::chrono::seconds(120));
         }},
        {u"apply-loosening"_s, loosening},
        {u"import"_s, import},
        {u"import-nothing"_s,
         [] {
             return make_unique<ImportDialog>(u"/home/ops/.ssh/config"_s, QList<HostProfile>{},
                                              QStringList{}, QStringList{});
         }},
        {u"preferences"_s, [] { return make_unique<PreferencesDialog>(Preferences{}); }},
    };
}

} // namespace gatepost::sample
