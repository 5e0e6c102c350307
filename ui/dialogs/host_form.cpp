// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/host_form.h"

#include "models/hosts/proxy_jump.h"
#include "ui/dialogs/key_file_list.h"
#include "ui/theme/house_style.h"
#include "ui/theme/text_style.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/label.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatepost {

namespace {

constexpr quint16 kSshPort = 22;

/// "user@host:port" as the jump field takes it back.
QString destinationText(const SshEndpoint& endpoint)
{
    const bool bracketed = endpoint.host.contains(u':') && endpoint.port != kSshPort;
    QString text = bracketed ? u'[' + endpoint.host + u']' : endpoint.host;
    if (!endpoint.user.isEmpty()) {
        text.prepend(endpoint.user + u'@');
    }
    return endpoint.port == kSshPort ? text : text + u':' + QString::number(endpoint.port);
}

std::optional<quint16> portOf(const QString& text)
{
    bool ok = false;
    const quint16 port = text.trimmed().toUShort(&ok);
    return ok && port > 0 ? std::optional(port) : std::nullopt;
}

bool isUserName(const QString& text)
{
    return !text.startsWith(u'-') && std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isSpace() || c == u'@' || c == u':';
    });
}

} // namespace

HostForm::HostForm(QWidget* parent)
    : QWidget(parent)
    , m_name(makeEdit(u"hostNameEdit"_s, tr("Name")))
    , m_group(new QComboBox)
    , m_address(makeEdit(u"hostAddressEdit"_s, tr("Address")))
    , m_port(makeEdit(u"hostPortEdit"_s, tr("Port")))
    , m_user(makeEdit(u"hostUserEdit"_s, tr("User")))
    , m_keys(new KeyFileList)
    , m_agent(new QCheckBox(tr("Use keys of the ssh agent")))
    , m_elevation(new ChoiceBox(u"hostElevationBox"_s, tr("Root rights")))
    , m_readOnly(new QCheckBox(tr("Read-only: offer nothing that changes this host")))
    , m_jumps(makeEdit(u"hostJumpsEdit"_s, tr("Jump hosts")))
    , m_advanced(makeButton(tr("More…"), u"hostAdvancedButton"_s, ButtonKind::Link))
    , m_knownHostsLabel(new Label(tr("Known hosts file"), TextRole::Body))
    , m_knownHosts(makeEdit(u"hostKnownHostsEdit"_s, tr("Known hosts file")))
{
    m_group->setObjectName(u"hostGroupBox"_s);
    m_group->setAccessibleName(tr("Group"));
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_address->setPlaceholderText(tr("mail.example.net, or user@address:port"));
    m_name->setPlaceholderText(tr("as the address"));
    m_user->setPlaceholderText(tr("your user name on this desktop"));
    m_jumps->setPlaceholderText(tr("admin@gate.example.net, then the next hop"));
    m_jumps->setToolTip(plainToolTip(tr("Hosts that the connection goes through, separated by "
                                        "commas, the first hop first: user@host:port")));
    m_knownHosts->setPlaceholderText(tr("your own ~/.ssh/known_hosts"));
    m_agent->setObjectName(u"hostAgentCheck"_s);
    m_readOnly->setObjectName(u"hostReadOnlyCheck"_s);
    m_elevation->addChoice(tr("None: what the user may do is enough"), u"none"_s);
    m_elevation->addChoice(tr("By sudo"), u"sudo"_s);
    m_elevation->addChoice(tr("By doas"), u"doas"_s);
    m_advanced->setAutoDefault(false);

    auto* address = new QWidget;
    auto* addressRow = new QHBoxLayout(address);
    addressRow->setContentsMargins(0, 0, 0, 0);
    addressRow->setSpacing(dp(8));
    auto* portLabel = new Label(tr("Port"), TextRole::Body);
    portLabel->setBuddy(m_port);
    m_port->setFixedWidth(dp(72));
    addressRow->addWidget(m_address, 1);
    addressRow->addWidget(portLabel);
    addressRow->addWidget(m_port);
    address->setFocusProxy(m_address);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(dp(16));
    form->setVerticalSpacing(dp(8));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(form, tr("Address"), address);
    addRow(form, tr("User"), m_user);
    addRow(form, tr("Name"), m_name);
    addRow(form, tr("Group"), m_group);
    addRow(form, tr("Key files"), m_keys);
    form->addRow(QString(), m_agent);
    addRow(form, tr("Root rights"), m_elevation);
    form->addRow(QString(), m_readOnly);
    addRow(form, tr("Jump hosts"), m_jumps);
    auto* more = new QHBoxLayout;
    more->addWidget(m_advanced);
    more->addStretch(1);
    form->addRow(QString(), more);
    m_knownHostsLabel->setMinimumHeight(m_knownHosts->sizeHint().height());
    m_knownHostsLabel->setBuddy(m_knownHosts);
    form->addRow(m_knownHostsLabel, m_knownHosts);

    const QList<QWidget*> order =
        QList<QWidget*>{m_address, m_port, m_user, m_name, m_group} + m_keys->tabStops() +
        QList<QWidget*>{m_agent, m_elevation, m_readOnly, m_jumps, m_advanced, m_knownHosts};
    for (qsizetype stop = 1; stop < order.size(); ++stop) {
        setTabOrder(order.at(stop - 1), order.at(stop));
    }

    connect(m_advanced, &QPushButton::clicked, this, [this] {
        m_advanced->hide();
        m_knownHostsLabel->show();
        m_knownHosts->show();
        m_knownHosts->setFocus();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &HostForm::splitAddress);
    connect(m_user, &QLineEdit::textChanged, this, &HostForm::suggestElevation);
    connect(m_elevation, &QComboBox::activated, this, [this] { m_elevationChosen = true; });
    connect(m_elevation, &QComboBox::currentIndexChanged, this, &HostForm::changed);
    connect(m_group, &QComboBox::currentTextChanged, this, &HostForm::changed);
    connect(m_agent, &QCheckBox::toggled, this, &HostForm::changed);
    connect(m_readOnly, &QCheckBox::toggled, this, &HostForm::changed);
    connect(m_keys, &KeyFileList::changed, this, &HostForm::changed);
    HostProfile fresh;
    fresh.elevation = Elevation::Sudo;
    setProfile(fresh);
    m_elevationChosen = false;
}

QLineEdit* HostForm::makeEdit(const QString& objectName, const QString& accessibleName)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    connect(edit, &QLineEdit::textChanged, this, &HostForm::changed);
    return edit;
}

void HostForm::addRow(QFormLayout* form, const QString& text, QWidget* field)
{
    auto* label = new Label(text, TextRole::Body);
    label->setBuddy(field);
    label->setMinimumHeight(m_user->sizeHint().height()); // in line with the text of the field
    form->addRow(label, field);
}

void HostForm::setProfile(const HostProfile& profile)
{
    m_base = profile;
    m_name->setText(profile.name);
    m_group->setEditText(profile.group);
    m_address->setText(profile.endpoint.host);
    m_port->setText(QString::number(profile.endpoint.port));
    m_user->setText(profile.endpoint.user);
    m_keys->setFiles(profile.endpoint.identityFiles);
    m_agent->setChecked(profile.useAgent);
    m_readOnly->setChecked(profile.readOnly);
    QStringList hops;
    for (const SshEndpoint& jump : profile.jumps) {
        hops.append(destinationText(jump));
    }
    m_jumps->setText(hops.join(u", "_s));
    m_knownHosts->setText(profile.knownHostsFile);
    m_advanced->setVisible(profile.knownHostsFile.isEmpty());
    m_knownHostsLabel->setVisible(!profile.knownHostsFile.isEmpty());
    m_knownHosts->setVisible(!profile.knownHostsFile.isEmpty());
    m_elevation->choose(profile.elevation == Elevation::Sudo   ? u"sudo"_s
                        : profile.elevation == Elevation::Doas ? u"doas"_s
                                                               : u"none"_s);
    m_elevationChosen = true;
}

HostProfile HostForm::profile() const
{
    HostProfile profile = m_base;
    profile.endpoint.host = m_address->text().trimmed();
    profile.endpoint.port = portOf(m_port->text()).value_or(kSshPort);
    profile.endpoint.user = m_user->text().trimmed();
    profile.endpoint.identityFiles = m_keys->files();
    if (profile.endpoint.host != m_base.endpoint.host) {
        profile.endpoint.hostKeyAlias.clear();
    }
    const QString name = m_name->text().trimmed();
    profile.name = name.isEmpty() ? profile.endpoint.host : name;
    profile.group = m_group->currentText().trimmed();
    profile.useAgent = m_agent->isChecked();
    profile.readOnly = m_readOnly->isChecked();
    profile.elevation = m_elevation->chosen() == u"sudo"   ? Elevation::Sudo
                        : m_elevation->chosen() == u"doas" ? Elevation::Doas
                                                           : Elevation::None;
    profile.jumps = jumps();
    profile.knownHostsFile = m_knownHosts->text().trimmed();
    return profile;
}

QList<SshEndpoint> HostForm::jumps() const
{
    QList<SshEndpoint> jumps;
    const QString text = m_jumps->text().trimmed();
    if (text.isEmpty()) {
        return jumps;
    }
    for (const JumpSpec& spec : parseProxyJump(text).value_or(QList<JumpSpec>())) {
        SshEndpoint endpoint{spec.host, spec.port ? spec.port : kSshPort, spec.user, {}};
        const auto known = std::find_if(
            m_base.jumps.cbegin(), m_base.jumps.cend(), [&endpoint](const SshEndpoint& jump) {
                return destinationText(jump) == destinationText(endpoint);
            });
        jumps.append(known == m_base.jumps.cend() ? endpoint : *known);
    }
    return jumps;
}

void HostForm::setGroups(const QStringList& groups)
{
    const QString typed = m_group->currentText();
    m_group->clear();
    m_group->addItems(groups);
    m_group->setEditText(typed);
}

std::optional<HostForm::Problem> HostForm::problem(const QStringList& takenNames) const
{
    const QString address = m_address->text().trimmed();
    if (address.isEmpty()) {
        return Problem{tr("Enter the host's name or address."), m_address};
    }
    const auto spec = parseSshDestination(address);
    if (!spec || spec->host != address) {
        return Problem{
            tr("%1 is no name or address. Enter one such as mail.example.net, 192.0.2.25 "
               "or 2001:db8::25.")
                .arg(shownLine(address, 200)),
            m_address};
    }
    if (!portOf(m_port->text())) {
        return Problem{tr("The port is a number from 1 to 65535. ssh usually listens on 22."),
                       m_port};
    }
    if (!isUserName(m_user->text().trimmed())) {
        return Problem{tr("A user name holds no spaces, \"@\" or \":\" and does not start with "
                          "\"-\"."),
                       m_user};
    }
    const QString name = profile().name;
    if (takenNames.contains(name)) {
        return Problem{
            tr("There is already a host called %1. Choose another name.").arg(shownLine(name, 200)),
            m_name};
    }
    const QString jumpText = m_jumps->text().trimmed();
    if (!jumpText.isEmpty() && !parseProxyJump(jumpText)) {
        return Problem{
            tr("The jump hosts cannot be read. Write each as user@host:port, separated by "
               "commas, the first hop first."),
            m_jumps};
    }
    return std::nullopt;
}

void HostForm::splitAddress()
{
    const auto spec = parseSshDestination(m_address->text());
    if (!spec || spec->host == m_address->text()) {
        return;
    }
    m_address->setText(spec->host);
    if (!spec->user.isEmpty()) {
        m_user->setText(spec->user);
    }
    if (spec->port != 0) {
        m_port->setText(QString::number(spec->port));
    }
}

void HostForm::suggestElevation()
{
    if (!m_elevationChosen) {
        m_elevation->choose(m_user->text().trimmed() == u"root" ? u"none"_s : u"sudo"_s);
    }
}

} // namespace gatepost
