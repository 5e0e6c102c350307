// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/sign_in.h"

#include "models/core/display_text.h"
#include "remote/ssh/agent.h"
#include "remote/ssh/desktop_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SignIn)
};

constexpr int kMostAttempts = 3;
/// More factors than any real server asks for; ends a server that answers "partial" for ever.
constexpr int kMostFactors = 8;
constexpr qint64 kLargestKeyFile = 1 << 20;

/// Key files that ssh(1) looks for by itself.
QStringList defaultKeyFiles()
{
    return {userSshFile(QStringLiteral("id_ed25519")), userSshFile(QStringLiteral("id_ecdsa")),
            userSshFile(QStringLiteral("id_rsa"))};
}

QByteArray readKey(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kLargestKeyFile) : QByteArray();
}

/// Called by libssh only when the key is encrypted; noting that is all that is wanted.
int noteEncrypted(const char*, char*, size_t, int, int, void* encrypted)
{
    *static_cast<bool*>(encrypted) = true;
    return -1;
}

/// The public half of a key without its passphrase, from the .pub file beside it. Null when there
/// is none.
SshKeyHandle publicHalf(const QString& path)
{
    const QList<QByteArray> words = readKey(path + QStringLiteral(".pub")).simplified().split(' ');
    ssh_key raw = nullptr;
    if (words.size() >= 2 &&
        ssh_pki_import_pubkey_base64(
            words[1].constData(), ssh_key_type_from_name(words[0].constData()), &raw) == SSH_OK) {
        return SshKeyHandle(raw);
    }
    return nullptr;
}

} // namespace

SignIn::SignIn(SshSession& session, const SshEndpoint& endpoint, QString user, bool useAgent,
               ConnectPrompter& prompter, std::chrono::milliseconds answerTimeout,
               std::stop_token stop)
    : m_session(session)
    , m_endpoint(endpoint)
    , m_user(std::move(user))
    , m_userAtHost(m_user + QLatin1Char('@') + endpoint.host)
    , m_useAgent(useAgent)
    , m_prompter(prompter)
    , m_answerTimeout(answerTimeout)
    , m_stop(std::move(stop))
{}

Result<QString> SignIn::run()
{
    ssh_session session = m_session.handle();
    auto outcome = outcomeOf([session] { return ssh_userauth_none(session, nullptr); });
    for (int factor = 0; outcome && *outcome != Outcome::Done && factor < kMostFactors; ++factor) {
        outcome = tryMethods();
        if (outcome && *outcome == Outcome::Refused) {
            return refusedError();
        }
    }
    if (!outcome) {
        return outcome.error();
    }
    if (*outcome != Outcome::Done) {
        return refusedError();
    }
    return m_succeeded.isEmpty()
               ? Text::tr("Signed in as %1 without any proof: this host lets everyone in")
                     .arg(m_user)
               : Text::tr("Signed in as %1 with %2")
                     .arg(m_user, m_succeeded.join(QStringLiteral(", ")));
}

Result<SignIn::Outcome> SignIn::outcomeOf(const std::function<int()>& call)
{
    const auto rc = m_session.drive(call, SSH_AUTH_AGAIN, QDeadlineTimer(m_answerTimeout), m_stop);
    if (!rc) {
        return rc.error();
    }
    switch (*rc) {
    case SSH_AUTH_SUCCESS:
        return Outcome::Done;
    case SSH_AUTH_PARTIAL:
        return Outcome::Partial;
    case SSH_AUTH_DENIED:
        return Outcome::Refused;
    default:
        break;
    }
    if (!m_session.isConnected()) {
        return failure(ErrorCode::AuthFailed,
                       Text::tr("%1 ended the connection during sign-in, as servers do after too "
                                "many refused attempts. Check the user name and the keys offered.")
                           .arg(m_endpoint.host),
                       m_session.lastError() + QLatin1Char('\n') + m_tried.join(QLatin1Char('\n')));
    }
    return Outcome::Refused;
}

bool SignIn::offered(int method) const
{
    const int methods = ssh_userauth_list(m_session.handle(), nullptr);
    return (methods & method) != 0;
}

Result<SignIn::Outcome> SignIn::tryMethods()
{
    using Method = Result<Outcome> (SignIn::*)();
    const QList<std::pair<int, Method>> methods = {
        {SSH_AUTH_METHOD_PUBLICKEY, &SignIn::tryAgent},
        {SSH_AUTH_METHOD_PUBLICKEY, &SignIn::tryKeyFiles},
        {SSH_AUTH_METHOD_INTERACTIVE, &SignIn::tryInteractive},
        {SSH_AUTH_METHOD_PASSWORD, &SignIn::tryPassword}};
    for (const auto& [flag, method] : methods) {
        if (!offered(flag)) {
            continue;
        }
        const auto outcome = (this->*method)();
        if (!outcome || *outcome != Outcome::Refused) {
            return outcome;
        }
    }
    return Outcome::Refused;
}

Result<SignIn::Outcome> SignIn::tryAgent()
{
    if (!m_useAgent || m_agentUsedUp) {
        return Outcome::Refused;
    }
    m_agentUsedUp = true;
    AgentLink agent(m_stop);
    if (!agent.attach(m_session.handle())) {
        m_tried.append(Text::tr("ssh agent: none running"));
        return Outcome::Refused;
    }
    m_tried.append(Text::tr("keys of the ssh agent"));
    ssh_session session = m_session.handle();
    const auto outcome = outcomeOf([session] { return ssh_userauth_agent(session, nullptr); });
    if (m_stop.stop_requested()) {
        return failure(ErrorCode::Cancelled, Text::tr("Cancelled."));
    }
    if (outcome && *outcome != Outcome::Refused) {
        m_succeeded.append(Text::tr("a key of the ssh agent"));
    }
    return outcome;
}

Result<SignIn::Outcome> SignIn::tryKeyFiles()
{
    const QStringList files =
        m_endpoint.identityFiles.isEmpty() ? defaultKeyFiles() : m_endpoint.identityFiles;
    for (const QString& file : files) {
        const QString path = expandedHome(file);
        if (m_usedUp.contains(path)) {
            continue;
        }
        m_usedUp.append(path);
        if (!QFileInfo::exists(path)) {
            if (!m_endpoint.identityFiles.isEmpty()) {
                m_tried.append(Text::tr("key file %1: not there").arg(path));
            }
            continue;
        }
        const auto outcome = tryKeyFile(path);
        if (!outcome || *outcome != Outcome::Refused) {
            return outcome;
        }
    }
    return Outcome::Refused;
}

Result<SignIn::Outcome> SignIn::tryKeyFile(const QString& path)
{
    ssh_session session = m_session.handle();
    // Asking first with the public half spares the person a passphrase for a key that the server
    // would not take anyway.
    if (const SshKeyHandle half = publicHalf(path)) {
        const auto welcome =
            outcomeOf([&] { return ssh_userauth_try_publickey(session, nullptr, half.get()); });
        if (!welcome) {
            return welcome;
        }
        if (*welcome == Outcome::Refused) {
            m_tried.append(Text::tr("key file %1: not accepted").arg(path));
            return Outcome::Refused;
        }
    }
    const QByteArray text = readKey(path);
    if (text.isEmpty()) {
        m_tried.append(Text::tr("key file %1: cannot be read").arg(path));
        return Outcome::Refused;
    }
    const auto key = privateKey(path, text);
    if (!key) {
        return key.error();
    }
    if (!*key) {
        return Outcome::Refused;
    }
    const auto outcome =
        outcomeOf([&] { return ssh_userauth_publickey(session, nullptr, key->get()); });
    if (outcome && *outcome == Outcome::Refused) {
        m_tried.append(Text::tr("key file %1: not accepted").arg(path));
    } else if (outcome) {
        m_succeeded.append(Text::tr("the key %1").arg(QFileInfo(path).fileName()));
    }
    return outcome;
}

Result<SshKeyHandle> SignIn::privateKey(const QString& path, const QByteArray& text)
{
    ssh_key raw = nullptr;
    bool encrypted = false;
    if (ssh_pki_import_privkey_base64(text.constData(), nullptr, noteEncrypted, &encrypted, &raw) ==
        SSH_OK) {
        return SshKeyHandle(raw);
    }
    if (!encrypted) {
        m_tried.append(Text::tr("key file %1: no private key that can be read").arg(path));
        return SshKeyHandle();
    }
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        const auto passphrase = m_prompter.keyPassphrase(path, attempt, m_stop);
        if (!passphrase) {
            return passphrase.error();
        }
        QByteArray secret = passphrase->toUtf8();
        const int rc = ssh_pki_import_privkey_base64(text.constData(), secret.constData(), nullptr,
                                                     nullptr, &raw);
        secret.fill('\0');
        if (rc == SSH_OK) {
            return SshKeyHandle(raw);
        }
    }
    m_tried.append(Text::tr("key file %1: wrong passphrase").arg(path));
    return SshKeyHandle();
}

Result<SignIn::Outcome> SignIn::tryPassword()
{
    if (m_passwordAsked) {
        return Outcome::Refused;
    }
    m_passwordAsked = true;
    ssh_session session = m_session.handle();
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        const auto password = m_prompter.password(m_userAtHost, attempt, m_stop);
        if (!password) {
            return password.error();
        }
        QByteArray secret = password->toUtf8();
        const auto outcome =
            outcomeOf([&] { return ssh_userauth_password(session, nullptr, secret.constData()); });
        secret.fill('\0');
        if (!outcome) {
            return outcome;
        }
        if (*outcome != Outcome::Refused) {
            m_succeeded.append(Text::tr("a password"));
            return outcome;
        }
    }
    m_tried.append(Text::tr("password: refused"));
    return Outcome::Refused;
}

Result<SignIn::Outcome> SignIn::tryInteractive()
{
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        const bool askedBefore = m_passwordAsked || m_neededAnswers;
        const auto outcome = answerRounds(attempt);
        if (!outcome) {
            return outcome;
        }
        if (*outcome != Outcome::Refused) {
            m_succeeded.append(m_neededAnswers ? Text::tr("answers to the host's questions")
                                               : Text::tr("a password"));
            return outcome;
        }
        if (!askedBefore && !m_passwordAsked && !m_neededAnswers) {
            break; // refused without a single question: asking again would not change that
        }
    }
    m_tried.append(Text::tr("keyboard-interactive: refused"));
    return Outcome::Refused;
}

Result<SignIn::Outcome> SignIn::answerRounds(int attempt)
{
    constexpr int kMostRounds = 20;
    ssh_session session = m_session.handle();
    bool firstRound = true;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto rc =
            m_session.drive([session] { return ssh_userauth_kbdint(session, nullptr, nullptr); },
                            SSH_AUTH_AGAIN, QDeadlineTimer(m_answerTimeout), m_stop);
        if (!rc) {
            return rc.error();
        }
        if (*rc != SSH_AUTH_INFO) {
            const int final = *rc;
            return outcomeOf([final] { return final; });
        }
        const int count = ssh_userauth_kbdint_getnprompts(session);
        if (count <= 0) {
            continue;
        }
        auto replies = roundAnswers(attempt, firstRound);
        if (!replies) {
            return replies.error();
        }
        firstRound = false;
        for (int i = 0; i < count; ++i) {
            QByteArray secret = replies->value(i).toUtf8();
            ssh_userauth_kbdint_setanswer(session, static_cast<unsigned>(i), secret.constData());
            secret.fill('\0');
        }
    }
    return Outcome::Refused;
}

Result<QStringList> SignIn::roundAnswers(int attempt, bool firstRound)
{
    ssh_session session = m_session.handle();
    QList<InteractivePrompt> prompts;
    const int count = ssh_userauth_kbdint_getnprompts(session);
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char* text = ssh_userauth_kbdint_getprompt(session, static_cast<unsigned>(i), &echo);
        prompts.append({.text = displayText(QByteArrayView(text)).trimmed(), .echo = echo != 0});
    }
    // A single hidden question for a password is the plain case of PAM; it is asked as a password,
    // so that one kept in the keychain can answer it.
    if (firstRound && count == 1 && !prompts.first().echo &&
        prompts.first().text.contains(QLatin1String("password"), Qt::CaseInsensitive)) {
        m_passwordAsked = true;
        const auto password = m_prompter.password(m_userAtHost, attempt, m_stop);
        return password ? Result<QStringList>(QStringList{*password})
                        : Result<QStringList>(password.error());
    }
    m_neededAnswers = true;
    return m_prompter.answers(
        m_userAtHost, displayText(QByteArrayView(ssh_userauth_kbdint_getname(session))),
        displayBlock(QByteArrayView(ssh_userauth_kbdint_getinstruction(session))), prompts, m_stop);
}

Error SignIn::refusedError() const
{
    QString summary = Text::tr("%1 refused the sign-in as %2. Check the user name, and that one of "
                               "your keys or your password is valid there.")
                          .arg(m_endpoint.host, m_user);
    if (!m_succeeded.isEmpty()) {
        summary = Text::tr("%1 accepted %2 for %3 but wants a further proof that was not given. "
                           "Check the second factor.")
                      .arg(m_endpoint.host, m_succeeded.join(QStringLiteral(", ")), m_user);
    }
    return failure(ErrorCode::AuthFailed, summary, m_tried.join(QLatin1Char('\n')));
}

} // namespace gatepost
