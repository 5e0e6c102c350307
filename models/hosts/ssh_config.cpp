// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/ssh_config.h"

#include "models/hosts/ssh_config_options.h"

#include <QCoreApplication>

#include <optional>

namespace gatepost {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SshConfig)
};

using Severity = SshConfigDiagnostic::Severity;

/// As deep as ssh(1) follows Include.
constexpr int kDeepestInclude = 16;
/// Guards against Include patterns that multiply: two files that include each other twice would
/// otherwise be read 65,536 times.
constexpr int kMostFiles = 512;

/// One line taken apart: keyword and arguments. Arguments may be in double quotes; `=` may stand
/// between keyword and arguments; an unquoted `#` starts a comment. Empty for a line without
/// keyword, and without values when a quote stays open.
struct Words
{
    QByteArray keyword;
    QStringList values;
    bool openQuote = false;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

Words wordsOf(const QByteArray& line)
{
    Words words;
    qsizetype i = 0;
    const auto skipBlanks = [&] {
        while (i < line.size() && isBlank(line[i])) {
            ++i;
        }
    };
    skipBlanks();
    const qsizetype start = i;
    while (i < line.size() && !isBlank(line[i]) && line[i] != '=') {
        ++i;
    }
    words.keyword = line.sliced(start, i - start);
    skipBlanks();
    if (i < line.size() && line[i] == '=') {
        ++i;
    }
    for (skipBlanks(); i < line.size() && line[i] != '#'; skipBlanks()) {
        QByteArray value;
        bool quoted = false;
        for (; i < line.size() && (quoted || !isBlank(line[i])); ++i) {
            if (line[i] == '"') {
                quoted = !quoted;
            } else if (line[i] == '\\' && i + 1 < line.size() &&
                       (line[i + 1] == '"' || line[i + 1] == '\\')) {
                value += line[++i];
            } else {
                value += line[i];
            }
        }
        words.openQuote = words.openQuote || quoted;
        words.values.append(QString::fromUtf8(value));
    }
    return words;
}

QList<QByteArray> utf8(const QStringList& values)
{
    QList<QByteArray> bytes;
    for (const QString& value : values) {
        bytes.append(value.toUtf8());
    }
    return bytes;
}

bool isPattern(const QByteArray& name)
{
    return name.isEmpty() || name.contains('*') || name.contains('?') || name.startsWith('!');
}

} // namespace

/// Turns files into blocks, following Include.
class SshConfigReader
{
public:
    SshConfigReader(SshConfig& config, const SshConfig::IncludeReader& includes)
        : m_config(config)
        , m_includes(includes)
    {}

    void read(const SshConfigFile& file, const QList<QList<QByteArray>>& outer, bool never)
    {
        if (++m_files > kMostFiles) {
            return;
        }
        m_open.append(file.path);
        beginBlock(outer, never);
        int number = 0;
        for (const QByteArray& line : file.bytes.split('\n')) {
            ++number;
            readLine(line, file.path, number, outer, never);
        }
        m_open.removeLast();
    }

private:
    SshConfig::Block& block() { return m_config.m_blocks.last(); }

    void beginBlock(const QList<QList<QByteArray>>& conditions, bool never)
    {
        m_config.m_blocks.append(
            {.conditions = conditions, .neverApplies = never, .options = {}, .diagnostics = {}});
    }

    void diagnose(const SshConfig::Option& option, Severity severity, const QString& text)
    {
        block().diagnostics.append({.severity = severity,
                                    .file = option.file,
                                    .line = option.line,
                                    .option = option.written,
                                    .text = text});
    }

    void readLine(const QByteArray& line, const QString& path, int number,
                  const QList<QList<QByteArray>>& outer, bool outerNever)
    {
        const Words words = wordsOf(line);
        if (words.keyword.isEmpty() || words.keyword.startsWith('#')) {
            return;
        }
        const SshConfig::Option option{.keyword = words.keyword.toLower(),
                                       .written = QString::fromUtf8(words.keyword),
                                       .values = words.values,
                                       .file = path,
                                       .line = number};
        if (words.openQuote || words.values.isEmpty()) {
            diagnose(option, Severity::Warning,
                     words.openQuote ? Text::tr("A quotation mark is not closed; the line is left "
                                                "out.")
                                     : Text::tr("A value is missing; the line is left out."));
        } else if (option.keyword == "host") {
            beginBlock(outer + QList<QList<QByteArray>>{utf8(words.values)}, outerNever);
        } else if (option.keyword == "match") {
            readMatch(option, outer, outerNever);
        } else if (option.keyword == "include") {
            readInclude(option);
        } else {
            block().options.append(option);
            if (const auto diagnostic = sshOptionDiagnostic(option)) {
                block().diagnostics.append(*diagnostic);
            }
        }
    }

    void readMatch(const SshConfig::Option& option, const QList<QList<QByteArray>>& outer,
                   bool outerNever)
    {
        const bool all =
            option.values.size() == 1 &&
            option.values.first().compare(QLatin1String("all"), Qt::CaseInsensitive) == 0;
        // The diagnostic belongs to every host, since whether the block would apply is not known.
        beginBlock(outer, outerNever);
        if (!all) {
            diagnose(option, Severity::Warning,
                     Text::tr("Gatepost does not evaluate Match; the lines below it, up to the "
                              "next Host, are left out."));
            beginBlock(outer, true);
        }
    }

    void readInclude(const SshConfig::Option& option)
    {
        // Copies: reading appends blocks and may move this one.
        const QList<QList<QByteArray>> conditions = block().conditions;
        const bool never = block().neverApplies;
        for (const QString& pattern : option.values) {
            if (!m_includes) {
                diagnose(option, Severity::Warning,
                         Text::tr("The included files could not be read."));
                continue;
            }
            for (const SshConfigFile& file : m_includes(pattern)) {
                if (m_open.contains(file.path) || m_open.size() >= kDeepestInclude) {
                    diagnose(option, Severity::Warning,
                             Text::tr("%1 includes itself, directly or by way of others; it is "
                                      "not read again.")
                                 .arg(file.path));
                    continue;
                }
                read(file, conditions, never);
                beginBlock(conditions, never);
            }
        }
    }

    SshConfig& m_config;
    const SshConfig::IncludeReader& m_includes;
    QStringList m_open; ///< files being read, outermost first
    int m_files = 0;
};

SshConfig SshConfig::parse(const QList<SshConfigFile>& files, const IncludeReader& includes)
{
    SshConfig config;
    SshConfigReader reader(config, includes);
    for (const SshConfigFile& file : files) {
        reader.read(file, {}, false);
    }
    config.m_blocks.removeIf([](const Block& block) {
        return block.options.isEmpty() && block.diagnostics.isEmpty() && block.conditions.isEmpty();
    });
    return config;
}

QStringList SshConfig::aliases() const
{
    QStringList names;
    for (const Block& block : m_blocks) {
        for (const QList<QByteArray>& patterns : block.conditions) {
            for (const QByteArray& pattern : patterns) {
                const QString name = QString::fromUtf8(pattern);
                if (!isPattern(pattern) && !names.contains(name)) {
                    names.append(name);
                }
            }
        }
    }
    return names;
}

QList<SshConfigDiagnostic> SshConfig::diagnostics() const
{
    QList<SshConfigDiagnostic> all;
    for (const Block& block : m_blocks) {
        all.append(block.diagnostics);
    }
    return all;
}

} // namespace gatepost
