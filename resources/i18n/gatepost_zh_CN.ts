<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChangeService</name>
    <message>
        <source>If the change had begun, the host undoes it by itself %1 seconds after it is in place. Connect again and pull to see what became of it.</source>
        <translation>如果更改已经开始，主机会在其生效 %1 秒后自行回滚。请重新连接并拉取，查看结果。</translation>
    </message>
    <message>
        <source>The host knows nothing of this change: it was never begun there, or its record has been removed. Pull to see what is in place.</source>
        <translation>主机没有这次更改的任何记录：它从未在那里开始，或者记录已被删除。请拉取以查看当前状态。</translation>
    </message>
    <message>
        <source>The host did not say what became of the change. Pull to see what is in place; a change that nobody confirmed undoes itself.</source>
        <translation>主机没有说明这次更改的结果。请拉取以查看当前状态；无人确认的更改会自行回滚。</translation>
    </message>
</context>
<context>
    <name>CollectorStream</name>
    <message>
        <source>Postfix was not found: there is no postconf in the usual directories.</source>
        <translation>未找到 Postfix：常用目录中没有 postconf。</translation>
    </message>
    <message>
        <source>No redaction key was given, so a changed secret does not show between two snapshots.</source>
        <translation>没有提供脱敏密钥，因此两次快照之间看不出机密内容是否变化。</translation>
    </message>
    <message>
        <source>The host has no timeout program; a hanging program was ended less cleanly.</source>
        <translation>主机上没有 timeout 程序；卡住的程序是以较粗暴的方式结束的。</translation>
    </message>
    <message>
        <source>The host cannot compute SHA-256, so a changed secret does not show.</source>
        <translation>主机无法计算 SHA-256，因此看不出机密内容是否变化。</translation>
    </message>
    <message>
        <source>The host has no usable stat program: owners, modes and times of files were not seen.</source>
        <translation>主机上没有可用的 stat 程序：未能看到文件的属主、权限和时间。</translation>
    </message>
    <message>
        <source>The configuration names more files than are collected; the first one left out is %1.</source>
        <translation>配置中提到的文件多于可收集的数量；第一个未收集的是 %1。</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Pull again before you rely on it.</source>
        <translation>读取 %1 时它发生了变化。请重新拉取后再作判断。</translation>
    </message>
    <message>
        <source>The login shell printed text before the snapshot, which was skipped: %1</source>
        <translation>登录 shell 在快照之前输出了文字，已跳过：%1</translation>
    </message>
    <message>
        <source>Collected without root: what only root may read was not seen. Set up sudo or doas for this connection to see it.</source>
        <translation>未以 root 身份收集：只有 root 可读的内容没有看到。请为此连接设置 sudo 或 doas。</translation>
    </message>
    <message>
        <source>%1 is too large to be collected whole; only its beginning was seen.</source>
        <translation>%1 太大，无法完整收集；只看到了开头部分。</translation>
    </message>
    <message>
        <source>%1 was not seen: %2.</source>
        <translation>未能看到 %1：%2。</translation>
    </message>
    <message>
        <source>%1 did not end in time and was stopped.</source>
        <translation>%1 没有按时结束，已被终止。</translation>
    </message>
    <message>
        <source>%1 printed more than is collected and was stopped.</source>
        <translation>%1 的输出超过了可收集的上限，已被终止。</translation>
    </message>
    <message>
        <source>%1 failed with status %2.</source>
        <translation>%1 失败，状态码 %2。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>The host sent more than a snapshot may hold, so the pull was stopped. Check what its collector prints, then pull again.</source>
        <translation>主机发送的内容超过了快照的上限，拉取已停止。请检查收集脚本的输出，然后重新拉取。</translation>
    </message>
    <message>
        <source>The host answered with something that is no snapshot. Check that its login shell runs commands, then pull again.</source>
        <translation>主机返回的不是快照。请检查其登录 shell 能否执行命令，然后重新拉取。</translation>
    </message>
    <message>
        <source>The snapshot is damaged on its way from the host. Pull again.</source>
        <translation>快照在传输途中损坏。请重新拉取。</translation>
    </message>
    <message>
        <source>Parts of the snapshot are missing. Pull again.</source>
        <translation>快照缺少部分内容。请重新拉取。</translation>
    </message>
    <message>
        <source>The snapshot ends before it is complete. Pull again.</source>
        <translation>快照不完整就结束了。请重新拉取。</translation>
    </message>
    <message>
        <source>The collector found no place for its temporary files on the host. Free some memory or space in /tmp there, then pull again.</source>
        <translation>收集脚本在主机上找不到存放临时文件的地方。请在主机上释放一些内存或 /tmp 空间，然后重新拉取。</translation>
    </message>
</context>
<context>
    <name>CommandExecutor</name>
    <message>
        <source>The password for %1 was wrong three times. Check it and try again.</source>
        <translation>%1 的密码错了三次。请核对后重试。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 on %2 printed more than %3 MiB and was ended. Something is wrong with it, or the host is not what it seems.</source>
        <translation>%2 上的 %1 输出超过 %3 MiB，已被终止。该程序有问题，或者这台主机并非看上去的那样。</translation>
    </message>
    <message>
        <source>%1 prints without end before a program starts. Check the login scripts of this account (.bashrc, .profile).</source>
        <translation>%1 在程序启动前不停地输出。请检查该账户的登录脚本（.bashrc、.profile）。</translation>
    </message>
    <message>
        <source>%1 did not start %2 in time. The host may be overloaded, or its sudo asks something other than the password.</source>
        <translation>%1 没有按时启动 %2。主机可能负载过高，或者它的 sudo 询问的不是密码。</translation>
    </message>
    <message>
        <source>%1 on %2 did not end within %3 s and was ended. Try again when the host is less busy.</source>
        <translation>%2 上的 %1 在 %3 秒内没有结束，已被终止。请在主机不忙时重试。</translation>
    </message>
</context>
<context>
    <name>ConnectSequence</name>
    <message>
        <source>The jump host looks the name up</source>
        <translation>由跳板机解析名称</translation>
    </message>
    <message>
        <source>Connected through the jump host</source>
        <translation>已通过跳板机连接</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已连接到 %1</translation>
    </message>
    <message>
        <source>No connection to %1, port %2. %3 Check the address, the port and the firewalls in between.</source>
        <translation>无法连接 %1 的端口 %2。%3 请检查地址、端口以及中间的防火墙。</translation>
    </message>
    <message>
        <source>%1 is root already</source>
        <translation>%1 已经是 root</translation>
    </message>
    <message>
        <source>Not asked for: runs as %1 and sees only what this user may see</source>
        <translation>未要求：以 %1 的身份运行，只能看到该用户可见的内容</translation>
    </message>
    <message>
        <source>%1 runs programs for %2, but not as root. Ask the host&apos;s administrator for a rule that allows root.</source>
        <translation>%1 可以为 %2 运行程序，但不是以 root 身份。请主机管理员添加允许 root 的规则。</translation>
    </message>
    <message>
        <source>Root by %1, with a password</source>
        <translation>通过 %1 取得 root，需要密码</translation>
    </message>
    <message>
        <source>Root by %1, without a password</source>
        <translation>通过 %1 取得 root，无需密码</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>&quot;%1&quot; names no host. Write a name or address, if need be with user and port: admin@mail.example.net:22, or admin@[2001:db8::1]:22.</source>
        <translation>“%1”不是主机。请写名称或地址，必要时带上用户和端口：admin@mail.example.net:22，或 admin@[2001:db8::1]:22。</translation>
    </message>
</context>
<context>
    <name>Elevation</name>
    <message>
        <source>%2 may not use %1 at all. Ask the host&apos;s administrator for a sudo rule, or sign in as another user.</source>
        <translation>%2 完全不能使用 %1。请主机管理员添加 sudo 规则，或以其他用户登录。</translation>
    </message>
    <message>
        <source>%2 may not use %1 on this host. Ask the host&apos;s administrator for a sudo rule, or sign in as another user.</source>
        <translation>%2 不能在这台主机上使用 %1。请主机管理员添加 sudo 规则，或以其他用户登录。</translation>
    </message>
    <message>
        <source>%1 lets %2 run only certain programs. Gatepost runs its steps through /bin/sh; ask the host&apos;s administrator for a rule that allows it.</source>
        <translation>%1 只允许 %2 运行某些程序。Gatepost 通过 /bin/sh 执行各个步骤；请主机管理员添加允许它的规则。</translation>
    </message>
    <message>
        <source>%1 wants a terminal for %2 (Defaults requiretty). Add &quot;Defaults:USER !requiretty&quot; to the host&apos;s sudoers file.</source>
        <translation>%1 要求 %2 使用终端（Defaults requiretty）。请在主机的 sudoers 文件中添加“Defaults:USER !requiretty”。</translation>
    </message>
    <message>
        <source>%1 wants a terminal for %2. Add &quot;Defaults:USER !requiretty&quot; to the host&apos;s sudoers file.</source>
        <translation>%1 要求 %2 使用终端。请在主机的 sudoers 文件中添加“Defaults:USER !requiretty”。</translation>
    </message>
    <message>
        <source>%1 cannot make %2 root: its program lacks the setuid bit. Sign in as root, or have it repaired.</source>
        <translation>%1 无法让 %2 成为 root：其程序缺少 setuid 位。请以 root 登录，或请人修复。</translation>
    </message>
    <message>
        <source>%1 cannot work for %2: the session is not allowed to gain privileges. Sign in as root instead.</source>
        <translation>%1 对 %2 不起作用：该会话不允许提升权限。请改用 root 登录。</translation>
    </message>
    <message>
        <source>%1 refused %2: the account is locked or has expired.</source>
        <translation>%1 拒绝了 %2：账户已锁定或过期。</translation>
    </message>
    <message>
        <source>%1 has no configuration (doas.conf) on this host. Choose another way to become root for %2.</source>
        <translation>这台主机上 %1 没有配置（doas.conf）。请为 %2 选择其他取得 root 的方式。</translation>
    </message>
    <message>
        <source>%2 may not use %1 on this host. Ask the host&apos;s administrator for a rule in doas.conf, or sign in as another user.</source>
        <translation>%2 不能在这台主机上使用 %1。请主机管理员在 doas.conf 中添加规则，或以其他用户登录。</translation>
    </message>
    <message>
        <source>%1 refused the password of %2. Try again.</source>
        <translation>%1 拒绝了 %2 的密码。请重试。</translation>
    </message>
    <message>
        <source>%1 wants a password of %2 and did not get one.</source>
        <translation>%1 需要 %2 的密码，但没有得到。</translation>
    </message>
    <message>
        <source>%1 ended the program before it began (status %2). The account&apos;s shell may forbid commands; check its login shell.</source>
        <translation>%1 在程序开始之前就将其结束（状态码 %2）。该账户的 shell 可能禁止命令；请检查其登录 shell。</translation>
    </message>
    <message>
        <source>%1 is not installed on this host. Choose another way to become root in the host&apos;s settings.</source>
        <translation>这台主机上没有安装 %1。请在主机设置中选择其他取得 root 的方式。</translation>
    </message>
    <message>
        <source>%1 did not run the program for %2 (status %3). See what it said.</source>
        <translation>%1 没有为 %2 运行程序（状态码 %3）。请查看它的输出。</translation>
    </message>
</context>
<context>
    <name>HostDirectory</name>
    <message>
        <source>%1 could not be read. Name the file that ssh uses.</source>
        <translation>无法读取 %1。请指定 ssh 使用的文件。</translation>
    </message>
</context>
<context>
    <name>HostKey</name>
    <message>
        <source>Known host key, %1 %2</source>
        <translation>已知的主机密钥，%1 %2</translation>
    </message>
    <message>
        <source>The key of %1 is marked as revoked in %2. Do not sign in; ask the host&apos;s operator which key is valid.</source>
        <translation>%1 的密钥在 %2 中被标记为已吊销。请不要登录；请询问主机的运维人员哪个密钥有效。</translation>
    </message>
    <message>
        <source>The host key of %1 is not the one that is on record. Either the host was set up anew or someone is in between; nothing was sent. Compare the fingerprint with the host&apos;s operator, and only if it is right remove the old entry with: ssh-keygen -R %2</source>
        <translation>%1 的主机密钥与记录不符。要么主机重新安装过，要么中间有人；没有发送任何内容。请与主机的运维人员核对指纹，只有确认无误时才用以下命令删除旧记录：ssh-keygen -R %2</translation>
    </message>
    <message>
        <source>Offered: %1 %2. On record in %3: %4.</source>
        <translation>对方提供：%1 %2。%3 中的记录：%4。</translation>
    </message>
    <message>
        <source>The host key of %1 is not known here and was not accepted. Compare its fingerprint with the host&apos;s operator, then connect again.</source>
        <translation>%1 的主机密钥在此处未知，且未被接受。请与主机的运维人员核对指纹，然后重新连接。</translation>
    </message>
    <message>
        <source>Accepted and added to known hosts, %1 %2</source>
        <translation>已接受并加入已知主机，%1 %2</translation>
    </message>
    <message>
        <source>The accepted host key could not be written to %1. Check the file&apos;s permissions and connect again.</source>
        <translation>已接受的主机密钥无法写入 %1。请检查文件权限后重新连接。</translation>
    </message>
</context>
<context>
    <name>HostRepository</name>
    <message>
        <source>The list of hosts could not be written, so it is as before. Check %1 and its folder.</source>
        <translation>无法写入主机列表，列表保持原样。请检查 %1 及其所在文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Make it readable for your user.</source>
        <translation>无法打开 %1。请让您的用户可以读取它。</translation>
    </message>
    <message>
        <source>%1 is too large for a list of hosts. Move it away.</source>
        <translation>%1 太大，不可能是主机列表。请将其移走。</translation>
    </message>
    <message>
        <source>There is already a host called %1. Choose another name.</source>
        <translation>已经有名为 %1 的主机。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>HostStore</name>
    <message>
        <source>The list of hosts cannot be read: %1. Correct the file; until then it stays as it is.</source>
        <translation>无法读取主机列表：%1。请更正该文件；在此之前它保持原样。</translation>
    </message>
    <message>
        <source>entry %1 of &quot;hosts&quot; is no object</source>
        <translation>“hosts”的第 %1 项不是对象</translation>
    </message>
    <message>
        <source>host %1 (%2) has no usable &quot;%3&quot;</source>
        <translation>第 %1 台主机（%2）没有可用的“%3”</translation>
    </message>
    <message>
        <source>line %1 is no JSON (%2)</source>
        <translation>第 %1 行不是 JSON（%2）</translation>
    </message>
    <message>
        <source>The list of hosts was written by a newer Gatepost (%1). Use that version; until then the file stays as it is.</source>
        <translation>主机列表由更新版本的 Gatepost 写入（%1）。请使用该版本；在此之前文件保持原样。</translation>
    </message>
    <message>
        <source>it does not hold &quot;schema&quot;: &quot;%1&quot; and a list &quot;hosts&quot;</source>
        <translation>其中没有 &quot;schema&quot;: &quot;%1&quot; 和列表 &quot;hosts&quot;</translation>
    </message>
    <message>
        <source>two hosts have the id &quot;%1&quot;</source>
        <translation>有两台主机的 id 都是“%1”</translation>
    </message>
</context>
<context>
    <name>JumpLink</name>
    <message>
        <source>%1 does not pass connections on (AllowTcpForwarding or PermitOpen of its sshd_config). Allow it there, or use another way.</source>
        <translation>%1 不转发连接（其 sshd_config 的 AllowTcpForwarding 或 PermitOpen）。请在那里放行，或换一种方式。</translation>
    </message>
    <message>
        <source>%1 cannot reach %2, port %3. Check the name and the port, and whether a firewall is in between.</source>
        <translation>%1 无法到达 %2 的端口 %3。请检查名称和端口，以及中间是否有防火墙。</translation>
    </message>
</context>
<context>
    <name>LinkWatch</name>
    <message>
        <source>%1 no longer answers: the connection was lost. Check the network and whether the host is up.</source>
        <translation>%1 不再应答：连接已断开。请检查网络以及主机是否在运行。</translation>
    </message>
</context>
<context>
    <name>NameLookup</name>
    <message>
        <source>The name &quot;%1&quot; has no address. Check its spelling, or the DNS settings of this computer.</source>
        <translation>名称“%1”没有对应的地址。请检查拼写或本机的 DNS 设置。</translation>
    </message>
    <message>
        <source>No host name is given.</source>
        <translation>没有给出主机名。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The DNS servers of this computer did not answer for &quot;%1&quot;. Check the network, or use the host&apos;s address.</source>
        <translation>本机的 DNS 服务器没有应答对“%1”的查询。请检查网络，或直接使用主机的地址。</translation>
    </message>
</context>
<context>
    <name>NativeSocket</name>
    <message>
        <source>Nothing listens on this port, or a firewall refuses it.</source>
        <translation>该端口无人监听，或被防火墙拒绝。</translation>
    </message>
    <message>
        <source>No answer from this address.</source>
        <translation>该地址没有应答。</translation>
    </message>
    <message>
        <source>This address cannot be reached from here.</source>
        <translation>从这里无法到达该地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address.</source>
        <translation>“%1”不是 IP 地址。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This computer has no free file handles. Close some programs and try again.</source>
        <translation>本机没有空闲的文件句柄。请关闭一些程序后重试。</translation>
    </message>
    <message>
        <source>This computer refuses a connection to itself, which Gatepost needs. Check its firewall.</source>
        <translation>本机拒绝连接到自身，而 Gatepost 需要这样的连接。请检查本机防火墙。</translation>
    </message>
</context>
<context>
    <name>QueueService</name>
    <message>
        <source>There is no postqueue on %1. Check that Postfix is installed there.</source>
        <translation>%1 上没有 postqueue。请检查那里是否安装了 Postfix。</translation>
    </message>
    <message>
        <source>This user may not list the queue of %1. Sign in as another user, or set up sudo for this connection.</source>
        <translation>该用户不能列出 %1 的队列。请以其他用户登录，或为此连接设置 sudo。</translation>
    </message>
    <message>
        <source>postqueue on %1 failed. See what it said, then list the queue again.</source>
        <translation>%1 上的 postqueue 失败。请查看它的输出，然后重新列出队列。</translation>
    </message>
</context>
<context>
    <name>RelayCase</name>
    <message>
        <source>Stranger to elsewhere</source>
        <translation>陌生人发往外部</translation>
    </message>
    <message>
        <source>No sender, as a bounce</source>
        <translation>空发件人，如同退信</translation>
    </message>
    <message>
        <source>Sender of %1</source>
        <translation>发件人属于 %1</translation>
    </message>
    <message>
        <source>Percent form at %1</source>
        <translation>%1 的百分号形式</translation>
    </message>
    <message>
        <source>Quoted address at %1</source>
        <translation>%1 的引号地址</translation>
    </message>
    <message>
        <source>Bang path at %1</source>
        <translation>%1 的感叹号路径</translation>
    </message>
    <message>
        <source>Two at signs, %1 last</source>
        <translation>两个 @，%1 在最后</translation>
    </message>
    <message>
        <source>Source route over %1</source>
        <translation>经由 %1 的源路由</translation>
    </message>
    <message>
        <source>Bang path</source>
        <translation>感叹号路径</translation>
    </message>
    <message>
        <source>Percent form without domain</source>
        <translation>不带域名的百分号形式</translation>
    </message>
    <message>
        <source>Percent form at the host&apos;s address</source>
        <translation>主机地址的百分号形式</translation>
    </message>
    <message>
        <source>Sender at the host&apos;s address</source>
        <translation>发件人位于主机地址</translation>
    </message>
    <message>
        <source>Greets with the host&apos;s own name</source>
        <translation>以主机自己的名称问候</translation>
    </message>
    <message>
        <source>Open: asked from %1, %2 accepted mail from &lt;%3&gt; to &lt;%4&gt;: %5</source>
        <translation>开放：从 %1 询问，%2 接受了从 &lt;%3&gt; 到 &lt;%4&gt; 的邮件：%5</translation>
    </message>
    <message>
        <source>Conditionally open: asked from %1, %2 accepted mail from &lt;%3&gt; to &lt;%4&gt;: %5</source>
        <translation>有条件开放：从 %1 询问，%2 接受了从 &lt;%3&gt; 到 &lt;%4&gt; 的邮件：%5</translation>
    </message>
    <message>
        <source>Closed: asked from %1, %2 refused all %3 forms of mail to elsewhere: %4</source>
        <translation>关闭：从 %1 询问，%2 拒绝了发往外部的全部 %3 种形式的邮件：%4</translation>
    </message>
    <message>
        <source>Unknown: %1 gave no greeting to %2, so no mail server answers there. Look at the mail log of the host for &quot;fatal&quot;.</source>
        <translation>未知：%1 没有向 %2 发出问候，说明那里没有邮件服务器应答。请在主机的邮件日志中查找“fatal”。</translation>
    </message>
    <message>
        <source>Unknown: %1 gave %2 no answer that decides. Try again later or from elsewhere.</source>
        <translation>未知：%1 没有给 %2 能够判定的应答。请稍后或从其他地方重试。</translation>
    </message>
    <message>
        <source>Stranger to an address instead of a domain</source>
        <translation>陌生人发往地址而非域名</translation>
    </message>
    <message>
        <source>Unknown: %1 refused the domain that the test writes to, which says nothing about relaying: %2</source>
        <translation>未知：%1 拒绝的是测试所用的域名，这不能说明是否中继：%2</translation>
    </message>
</context>
<context>
    <name>RelayEvaluator</name>
    <message>
        <source>%1 (built-in default)</source>
        <translation>%1（内置默认值）</translation>
    </message>
    <message>
        <source>mynetworks holds %1, so permit_mynetworks lets %2 send anywhere.</source>
        <translation>mynetworks 包含 %1，因此 permit_mynetworks 允许 %2 向任何地方发信。</translation>
    </message>
    <message>
        <source>%1 in %2 refuses recipients elsewhere.</source>
        <translation>%2 中的 %1 拒绝外部收件人。</translation>
    </message>
    <message>
        <source>The default of %1 could not be seen.</source>
        <translation>未能看到 %1 的默认值。</translation>
    </message>
    <message>
        <source>smtpd does not start: neither smtpd_relay_restrictions nor smtpd_recipient_restrictions refuses anybody, so it stops with &quot;specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains&quot;.</source>
        <translation>smtpd 无法启动：smtpd_relay_restrictions 和 smtpd_recipient_restrictions 都不拒绝任何人，因此它以“specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains”退出。</translation>
    </message>
    <message>
        <source>%1 in %2 refuses this mail.</source>
        <translation>%2 中的 %1 拒绝此邮件。</translation>
    </message>
    <message>
        <source>%1 in %2 cannot be judged from here.</source>
        <translation>从这里无法判断 %2 中的 %1。</translation>
    </message>
    <message>
        <source>%1 in %2 lets mail through.</source>
        <translation>%2 中的 %1 放行邮件。</translation>
    </message>
    <message>
        <source>Nothing in %1 refuses this mail.</source>
        <translation>%1 中没有任何规则拒绝此邮件。</translation>
    </message>
    <message>
        <source>smtpd does not start: %1 refers to itself or holds a ${ that is not closed.</source>
        <translation>smtpd 无法启动：%1 引用了自身，或含有未闭合的 ${。</translation>
    </message>
    <message>
        <source>%1 in relay_domains covers %2, so mail to it is relayed for everybody.</source>
        <translation>relay_domains 中的 %1 涵盖 %2，因此任何人发往它的邮件都会被中继。</translation>
    </message>
    <message>
        <source>%1 in relay_domains covers every domain that ends in it, so mail to those is relayed for everybody.</source>
        <translation>relay_domains 中的 %1 涵盖以它结尾的所有域名，因此任何人发往这些域名的邮件都会被中继。</translation>
    </message>
    <message>
        <source>Which domains %1 in relay_domains covers cannot be seen.</source>
        <translation>看不出 relay_domains 中的 %1 涵盖哪些域名。</translation>
    </message>
    <message>
        <source>allow_untrusted_routing lets strangers route mail through the domains of relay_domains, as in user%elsewhere@domain.</source>
        <translation>allow_untrusted_routing 允许陌生人借道 relay_domains 的域名转送邮件，例如 user%elsewhere@domain。</translation>
    </message>
    <message>
        <source>mynetworks_style = %1: which networks that trusts cannot be seen from here.</source>
        <translation>mynetworks_style = %1：从这里看不出它信任哪些网络。</translation>
    </message>
    <message>
        <source>%1 in mynetworks is no valid network, so Postfix answers 451 to everybody.</source>
        <translation>mynetworks 中的 %1 不是有效的网络，因此 Postfix 对所有人都应答 451。</translation>
    </message>
    <message>
        <source>What %1 in mynetworks trusts cannot be seen.</source>
        <translation>看不出 mynetworks 中的 %1 信任什么。</translation>
    </message>
    <message>
        <source>mynetworks holds %1, a wide public network: whoever has an address there sends anywhere.</source>
        <translation>mynetworks 包含 %1，这是一个很大的公共网络：在其中拥有地址的人都能向任何地方发信。</translation>
    </message>
    <message>
        <source>A table in %1 permits %2, and a stranger can be that.</source>
        <translation>%1 中的查询表允许 %2，而陌生人可以冒充它。</translation>
    </message>
</context>
<context>
    <name>RelayJudge</name>
    <message>
        <source>Stranger</source>
        <translation>陌生人</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录用户</translation>
    </message>
    <message>
        <source>Open relay: anyone on the internet can send mail through this host.</source>
        <translation>开放中继：互联网上的任何人都能通过这台主机发送邮件。</translation>
    </message>
    <message>
        <source>Conditionally open: a stranger who picks the right words can send mail through this host.</source>
        <translation>有条件开放：陌生人只要选对参数就能通过这台主机发送邮件。</translation>
    </message>
    <message>
        <source>Closed: no stranger can send mail to the outside through this host.</source>
        <translation>已关闭：陌生人无法通过这台主机向外部发送邮件。</translation>
    </message>
    <message>
        <source>Not an open relay: the mail service does not start with this configuration.</source>
        <translation>不是开放中继：邮件服务在此配置下无法启动。</translation>
    </message>
    <message>
        <source>Not an open relay: every sender gets a configuration error (451).</source>
        <translation>不是开放中继：所有发件人都会收到配置错误（451）。</translation>
    </message>
    <message>
        <source>Unknown: the configuration alone does not decide whether this host relays.</source>
        <translation>未知：仅凭配置无法判定这台主机是否中继。</translation>
    </message>
    <message>
        <source>No service of master.cf listens for mail from other machines.</source>
        <translation>master.cf 中没有服务监听来自其他机器的邮件。</translation>
    </message>
    <message>
        <source>Postfix does not start: line %1 of main.cf is no &quot;name = value&quot;.</source>
        <translation>Postfix 无法启动：main.cf 的第 %1 行不是“name = value”形式。</translation>
    </message>
    <message>
        <source>smtpd does not start: it cannot make sense of its argument %1 in master.cf.</source>
        <translation>smtpd 无法启动：它不理解 master.cf 中的参数 %1。</translation>
    </message>
    <message>
        <source>smtpd_authorized_xclient_hosts holds %1: whoever connects from there may claim any address or login, and so may send anywhere.</source>
        <translation>smtpd_authorized_xclient_hosts 包含 %1：从那里连接的人可以冒称任何地址或登录身份，因而能向任何地方发信。</translation>
    </message>
    <message>
        <source>%1 is set: whoever reaches this port without the proxy may claim any address. Whether a firewall prevents that cannot be seen here.</source>
        <translation>设置了 %1：绕过代理到达此端口的人可以冒称任何地址。这里看不出是否有防火墙阻止。</translation>
    </message>
    <message>
        <source>qmqpd_authorized_clients holds no stranger.</source>
        <translation>qmqpd_authorized_clients 中没有陌生人。</translation>
    </message>
    <message>
        <source>qmqpd_authorized_clients holds %1: qmqpd relays for whoever connects from there.</source>
        <translation>qmqpd_authorized_clients 包含 %1：qmqpd 为从那里连接的任何人中继。</translation>
    </message>
    <message>
        <source>Unknown: main.cf could not be read whole.</source>
        <translation>未知：无法完整读取 main.cf。</translation>
    </message>
    <message>
        <source>Unknown: master.cf could not be read whole.</source>
        <translation>未知：无法完整读取 master.cf。</translation>
    </message>
    <message>
        <source>%1 starts a program of its own for whoever connects; what that accepts is not judged here.</source>
        <translation>%1 为每个连接者启动自己的程序；该程序接受什么，这里不作判断。</translation>
    </message>
</context>
<context>
    <name>RelayLayer</name>
    <message>
        <source>main.cf could not be read, so there is nothing to plan from. Pull again with root rights.</source>
        <translation>无法读取 main.cf，因此无从制定方案。请以 root 权限重新拉取。</translation>
    </message>
    <message>
        <source>Close the relay</source>
        <translation>关闭中继</translation>
    </message>
    <message>
        <source>%1 is no network. Write an address or a network such as 10.0.0.14/32 or [2001:db8::]/64.</source>
        <translation>%1 不是网络。请写地址或网络，例如 10.0.0.14/32 或 [2001:db8::]/64。</translation>
    </message>
    <message>
        <source>mynetworks names who may send without signing in. It held %1, which covers strangers.</source>
        <translation>mynetworks 指定谁可以不登录就发信。它原先包含 %1，其中涵盖了陌生人。</translation>
    </message>
    <message>
        <source>Machines in %1 can no longer send to the outside without signing in. Add those that must, one by one.</source>
        <translation>%1 中的机器不登录就不能再向外部发信。请逐一加入必须如此的机器。</translation>
    </message>
    <message>
        <source>States the relay rule by itself: whoever is not trusted and has not signed in is refused recipients elsewhere.</source>
        <translation>单独写明中继规则：不受信任且未登录者，一律拒绝其外部收件人。</translation>
    </message>
    <message>
        <source>This service has a rule of its own that lets strangers through; without it the rule of main.cf counts.</source>
        <translation>该服务有自己的规则放行陌生人；去掉之后以 main.cf 的规则为准。</translation>
    </message>
    <message>
        <source>Nothing to do: %1</source>
        <translation>无需操作：%1</translation>
    </message>
    <message>
        <source>This change alone does not prove the host closed: %1</source>
        <translation>仅凭此更改还不能证明主机已关闭：%1</translation>
    </message>
    <message>
        <source>%1 is too large to be edited from here. Edit it on the host.</source>
        <translation>%1 太大，无法从这里编辑。请在主机上编辑。</translation>
    </message>
    <message>
        <source>Today: %1 After the change only this machine, the networks named below and people who signed in may send to the outside.</source>
        <translation>现状：%1 更改之后，只有本机、下列网络和已登录的用户可以向外部发信。</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>No secret is kept under this name.</source>
        <translation>此名称下没有保存机密。</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>密钥环未打开。</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain refused. Open it and try again.</source>
        <translation>桌面密钥环拒绝了请求。请打开它后重试。</translation>
    </message>
    <message>
        <source>This desktop has no keychain that answers, so passwords are kept until Gatepost is closed, and asked again next time.</source>
        <translation>此桌面没有可用的密钥环，因此密码只保留到 Gatepost 关闭，下次会再次询问。</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Signed in as %1 without any proof: this host lets everyone in</source>
        <translation>以 %1 登录，未作任何验证：这台主机放任何人进入</translation>
    </message>
    <message>
        <source>Signed in as %1 with %2</source>
        <translation>已用%2以 %1 登录</translation>
    </message>
    <message>
        <source>%1 ended the connection during sign-in, as servers do after too many refused attempts. Check the user name and the keys offered.</source>
        <translation>%1 在登录过程中断开了连接，服务器在多次拒绝后会这样做。请检查用户名和所提供的密钥。</translation>
    </message>
    <message>
        <source>ssh agent: none running</source>
        <translation>ssh agent：没有运行</translation>
    </message>
    <message>
        <source>keys of the ssh agent</source>
        <translation>ssh agent 的密钥</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>a key of the ssh agent</source>
        <translation>ssh agent 的密钥</translation>
    </message>
    <message>
        <source>key file %1: not there</source>
        <translation>密钥文件 %1：不存在</translation>
    </message>
    <message>
        <source>key file %1: not accepted</source>
        <translation>密钥文件 %1：未被接受</translation>
    </message>
    <message>
        <source>key file %1: cannot be read</source>
        <translation>密钥文件 %1：无法读取</translation>
    </message>
    <message>
        <source>the key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>key file %1: no private key that can be read</source>
        <translation>密钥文件 %1：没有可读取的私钥</translation>
    </message>
    <message>
        <source>key file %1: wrong passphrase</source>
        <translation>密钥文件 %1：密码短语错误</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>password: refused</source>
        <translation>密码：被拒绝</translation>
    </message>
    <message>
        <source>answers to the host&apos;s questions</source>
        <translation>对主机提问的回答</translation>
    </message>
    <message>
        <source>keyboard-interactive: refused</source>
        <translation>keyboard-interactive：被拒绝</translation>
    </message>
    <message>
        <source>%1 refused the sign-in as %2. Check the user name, and that one of your keys or your password is valid there.</source>
        <translation>%1 拒绝以 %2 登录。请检查用户名，以及您的密钥或密码在那里是否有效。</translation>
    </message>
    <message>
        <source>%1 accepted %2 for %3 but wants a further proof that was not given. Check the second factor.</source>
        <translation>%1 接受了 %3 的%2，但还要求另一项验证，而未能提供。请检查第二验证因素。</translation>
    </message>
</context>
<context>
    <name>SmtpProber</name>
    <message>
        <source>This is no mail server: it answered &quot;%1&quot;.</source>
        <translation>这不是邮件服务器：它的应答是“%1”。</translation>
    </message>
    <message>
        <source>The relay test was cancelled.</source>
        <translation>中继测试已取消。</translation>
    </message>
</context>
<context>
    <name>SnapshotService</name>
    <message>
        <source>The collector ended with status %1 before the snapshot was complete. See what the host said, then pull again.</source>
        <translation>收集脚本在快照完成之前以状态码 %1 结束。请查看主机的输出，然后重新拉取。</translation>
    </message>
</context>
<context>
    <name>SshConfig</name>
    <message>
        <source>A quotation mark is not closed; the line is left out.</source>
        <translation>引号没有闭合；该行已略去。</translation>
    </message>
    <message>
        <source>A value is missing; the line is left out.</source>
        <translation>缺少值；该行已略去。</translation>
    </message>
    <message>
        <source>Gatepost does not evaluate Match; the lines below it, up to the next Host, are left out.</source>
        <translation>Gatepost 不处理 Match；其后直到下一个 Host 的各行已略去。</translation>
    </message>
    <message>
        <source>The included files could not be read.</source>
        <translation>无法读取所包含的文件。</translation>
    </message>
    <message>
        <source>%1 includes itself, directly or by way of others; it is not read again.</source>
        <translation>%1 直接或间接地包含了自身；不再重复读取。</translation>
    </message>
    <message>
        <source>Gatepost chooses its own encryption methods.</source>
        <translation>Gatepost 自行选择加密方法。</translation>
    </message>
    <message>
        <source>Gatepost always asks about an unknown host key and never accepts a changed one.</source>
        <translation>Gatepost 对未知的主机密钥总会询问，对已变更的主机密钥绝不接受。</translation>
    </message>
    <message>
        <source>Gatepost cannot sign in with Kerberos.</source>
        <translation>Gatepost 不能用 Kerberos 登录。</translation>
    </message>
    <message>
        <source>Gatepost cannot sign in by the desktop&apos;s own host key.</source>
        <translation>Gatepost 不能用桌面自身的主机密钥登录。</translation>
    </message>
    <message>
        <source>Gatepost does not sign in with certificates.</source>
        <translation>Gatepost 不用证书登录。</translation>
    </message>
    <message>
        <source>Gatepost reaches smart cards only through the ssh agent.</source>
        <translation>Gatepost 只通过 ssh agent 使用智能卡。</translation>
    </message>
    <message>
        <source>Gatepost reaches security keys only through the ssh agent.</source>
        <translation>Gatepost 只通过 ssh agent 使用安全密钥。</translation>
    </message>
    <message>
        <source>Gatepost uses the agent that SSH_AUTH_SOCK names.</source>
        <translation>Gatepost 使用 SSH_AUTH_SOCK 指定的 agent。</translation>
    </message>
    <message>
        <source>Gatepost runs its own programs on the host instead.</source>
        <translation>Gatepost 在主机上改为运行自己的程序。</translation>
    </message>
    <message>
        <source>Gatepost looks host keys up in known_hosts files only.</source>
        <translation>Gatepost 只在 known_hosts 文件中查找主机密钥。</translation>
    </message>
    <message>
        <source>Gatepost reads the usual system-wide known_hosts file.</source>
        <translation>Gatepost 读取通常的系统级 known_hosts 文件。</translation>
    </message>
    <message>
        <source>Gatepost takes the host name as it is; short names are completed only by the desktop&apos;s resolver.</source>
        <translation>Gatepost 按原样使用主机名；短名称只由桌面的解析器补全。</translation>
    </message>
    <message>
        <source>Gatepost tries IPv4 and IPv6 addresses alike.</source>
        <translation>Gatepost 对 IPv4 和 IPv6 地址一视同仁。</translation>
    </message>
    <message>
        <source>Gatepost does not know or does not support this option; it is left out.</source>
        <translation>Gatepost 不认识或不支持此选项；已略去。</translation>
    </message>
    <message>
        <source>Only the key files are used, not the agent; a key with a passphrase asks for it.</source>
        <translation>只使用密钥文件，不使用 agent；带密码短语的密钥会询问。</translation>
    </message>
    <message>
        <source>Only the first file is used.</source>
        <translation>只使用第一个文件。</translation>
    </message>
    <message>
        <source>The name holds a %-token that is not supported.</source>
        <translation>名称中含有不支持的 % 记号。</translation>
    </message>
    <message>
        <source>This is no port number; 22 is used.</source>
        <translation>这不是端口号；使用 22。</translation>
    </message>
    <message>
        <source>&quot;none&quot; is not supported; the usual key files are tried.</source>
        <translation>不支持“none”；尝试通常的密钥文件。</translation>
    </message>
    <message>
        <source>The file name holds a token or variable that is not supported; this key is left out.</source>
        <translation>文件名中含有不支持的记号或变量；此密钥已略去。</translation>
    </message>
    <message>
        <source>Read as ProxyJump %1, which does the same.</source>
        <translation>按 ProxyJump %1 理解，效果相同。</translation>
    </message>
    <message>
        <source>Gatepost does not run a ProxyCommand; it would try to reach the host directly. Use ProxyJump where a jump host is meant.</source>
        <translation>Gatepost 不运行 ProxyCommand；它会尝试直接连接主机。若指的是跳板机，请使用 ProxyJump。</translation>
    </message>
    <message>
        <source>This is no list of jump hosts; it is left out.</source>
        <translation>这不是跳板机列表；已略去。</translation>
    </message>
    <message>
        <source>The jump hosts refer to each other in a circle.</source>
        <translation>跳板机相互循环引用。</translation>
    </message>
</context>
<context>
    <name>SshGreeting</name>
    <message>
        <source>%1 answers on this port, but not as an SSH server. Check the port; it said: %2</source>
        <translation>%1 在此端口有应答，但不是 SSH 服务器。请检查端口；它的应答是：%2</translation>
    </message>
    <message>
        <source>%1 accepted the connection but said nothing. Check that the port belongs to an SSH server, or try again when the host is less busy.</source>
        <translation>%1 接受了连接但没有任何应答。请检查该端口是否属于 SSH 服务器，或在主机不忙时重试。</translation>
    </message>
    <message>
        <source>%1 hung up before it introduced itself. It may block this address or refuse more sign-ins at a time (MaxStartups); try again in a minute.</source>
        <translation>%1 在表明身份之前就断开了。它可能屏蔽了此地址，或不允许更多同时登录（MaxStartups）；请一分钟后重试。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 speaks only the broken SSH version 1. Update its SSH server.</source>
        <translation>%1 只支持已不安全的 SSH 第 1 版。请更新其 SSH 服务器。</translation>
    </message>
</context>
<context>
    <name>SshProcess</name>
    <message>
        <source>%1 refuses to run another program in this session (MaxSessions of its sshd_config). Close other sessions, or raise the limit.</source>
        <translation>%1 拒绝在此会话中再运行程序（其 sshd_config 的 MaxSessions）。请关闭其他会话，或提高上限。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 gives this account no terminal, which doas needs to ask for the password. Allow terminals for it (PermitTTY), or choose sudo.</source>
        <translation>%1 不给此账户分配终端，而 doas 需要终端来询问密码。请允许其使用终端（PermitTTY），或改用 sudo。</translation>
    </message>
    <message>
        <source>%1 does not run programs for this account.</source>
        <translation>%1 不为此账户运行程序。</translation>
    </message>
</context>
<context>
    <name>SshSession</name>
    <message>
        <source>%1 and Gatepost have no encryption method in common: the server offers only methods that are no longer safe. Update its SSH server or its Ciphers, MACs and KexAlgorithms settings.</source>
        <translation>%1 与 Gatepost 没有共同的加密方法：服务器只提供已不安全的方法。请更新其 SSH 服务器，或其 Ciphers、MACs 和 KexAlgorithms 设置。</translation>
    </message>
    <message>
        <source>%1 ended the connection while the encryption was being set up. It may block this address or be overloaded; try again in a minute.</source>
        <translation>%1 在建立加密时断开了连接。它可能屏蔽了此地址或负载过高；请一分钟后重试。</translation>
    </message>
    <message>
        <source>%1 has a host key of a kind that Gatepost cannot read.</source>
        <translation>%1 的主机密钥属于 Gatepost 无法读取的类型。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It may be overloaded, or something on the way drops the packets; try again.</source>
        <translation>%1 没有按时应答。它可能负载过高，或途中有设备丢弃了数据包；请重试。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. Check the network and connect again.</source>
        <translation>与 %1 的连接已断开。请检查网络后重新连接。</translation>
    </message>
</context>
<context>
    <name>SshTask</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>SshWorker</name>
    <message>
        <source>%1 could not be reached again. Connect once the host or the network is back.</source>
        <translation>无法再次到达 %1。请在主机或网络恢复后连接。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost, and signing in again needs your answers. Connect again when you are ready.</source>
        <translation>与 %1 的连接已断开，重新登录需要您的回答。准备好后请重新连接。</translation>
    </message>
    <message>
        <source>%1 is connected read-only, so nothing on it is changed. Allow changes in the host&apos;s settings first.</source>
        <translation>%1 以只读方式连接，因此不会更改其上的任何内容。请先在主机设置中允许更改。</translation>
    </message>
</context>
<context>
    <name>SvgMask</name>
    <message>
        <source>The icon&apos;s path cannot be read at character %1.</source>
        <translation>图标的路径在第 %1 个字符处无法读取。</translation>
    </message>
    <message>
        <source>The icon file cannot be read.</source>
        <translation>无法读取图标文件。</translation>
    </message>
</context>
<context>
    <name>TcpStream</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>对方没有按时应答。</translation>
    </message>
    <message>
        <source>The other side hung up.</source>
        <translation>对方断开了连接。</translation>
    </message>
</context>
<context>
    <name>ThemeTokens</name>
    <message>
        <source>The theme has no colour for &quot;%1&quot;.</source>
        <translation>主题没有“%1”的颜色。</translation>
    </message>
</context>
<context>
    <name>Transaction</name>
    <message>
        <source>%1 is no longer what the plan was made from: somebody changed it meanwhile. Nothing was changed. Pull again and look at the new plan.</source>
        <translation>%1 已不是制定方案时的样子：期间有人改动了它。没有作任何更改。请重新拉取并查看新方案。</translation>
    </message>
    <message>
        <source>Another change (%1) is under way on this host or waits for confirmation. Nothing was changed. Keep or undo that one first.</source>
        <translation>这台主机上另一项更改（%1）正在进行或等待确认。没有作任何更改。请先保留或回滚那一项。</translation>
    </message>
    <message>
        <source>Postfix does not start with the new configuration (%1), so it was not put in place. Look at the words of Postfix in the host&apos;s log below, correct the plan and apply again.</source>
        <translation>Postfix 无法以新配置启动（%1），因此没有启用。请查看下方主机日志中 Postfix 的输出，更正方案后再次应用。</translation>
    </message>
    <message>
        <source>The host has no room to write safely. Nothing was changed. Free some space in /var/lib and /etc and apply again.</source>
        <translation>主机没有足够的空间安全写入。没有作任何更改。请在 /var/lib 和 /etc 中腾出空间后再次应用。</translation>
    </message>
    <message>
        <source>%1 cannot be written on this host: the file system is read-only or protects it. Nothing was changed. Make it writable and apply again.</source>
        <translation>这台主机上无法写入 %1：文件系统只读或对其加了保护。没有作任何更改。请使其可写后再次应用。</translation>
    </message>
    <message>
        <source>%1 has an index beside it that Postfix reads instead. Nothing was changed. Edit it on the host and run postmap.</source>
        <translation>%1 旁边有索引文件，Postfix 读取的是索引。没有作任何更改。请在主机上编辑并运行 postmap。</translation>
    </message>
    <message>
        <source>The secrets in %1 are no longer those that the plan was made from, or could not be found again. Nothing was changed. Pull again and look at the new plan.</source>
        <translation>%1 中的机密已不是制定方案时的内容，或无法再找到。没有作任何更改。请重新拉取并查看新方案。</translation>
    </message>
    <message>
        <source>The host could not arm its own undo, so the change was not begun. Look at the host&apos;s log below.</source>
        <translation>主机无法设置自动回滚，因此更改没有开始。请查看下方的主机日志。</translation>
    </message>
    <message>
        <source>The change was ended on the host before it began. Nothing was changed. Apply again.</source>
        <translation>更改在主机上尚未开始就被结束。没有作任何更改。请再次应用。</translation>
    </message>
    <message>
        <source>Called off as you asked, before anything was changed.</source>
        <translation>已按您的要求取消，没有作任何更改。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else while the change was put in place, so the other files were put back. Pull again and look at the new plan.</source>
        <translation>在启用更改的过程中 %1 被他人改动，因此其余文件已恢复原样。请重新拉取并查看新方案。</translation>
    </message>
    <message>
        <source>A file could not be replaced, so everything is as before. Look at the host&apos;s log below, and apply again when the file can be written.</source>
        <translation>有文件无法替换，因此一切保持原样。请查看下方的主机日志，待文件可写后再次应用。</translation>
    </message>
    <message>
        <source>Postfix could not be reloaded, so the old configuration was put back. Look at the words of Postfix in the host&apos;s log below before you apply again.</source>
        <translation>Postfix 无法重新加载，因此已恢复旧配置。再次应用之前，请查看下方主机日志中 Postfix 的输出。</translation>
    </message>
    <message>
        <source>The mail service did not answer with the new configuration, so the old one was put back. Look at the host&apos;s mail log before you apply again.</source>
        <translation>邮件服务在新配置下没有应答，因此已恢复旧配置。再次应用之前，请查看主机的邮件日志。</translation>
    </message>
    <message>
        <source>Nobody confirmed in time, so the host put the old configuration back. Apply again, and confirm before the time is over.</source>
        <translation>无人按时确认，因此主机已恢复旧配置。请再次应用，并在时限内确认。</translation>
    </message>
    <message>
        <source>The host was restarted before anybody confirmed, so it put the old configuration back. Apply again.</source>
        <translation>主机在有人确认之前重启，因此已恢复旧配置。请再次应用。</translation>
    </message>
    <message>
        <source>The change was ended on the host before it was complete, so the old configuration was put back. Apply again.</source>
        <translation>更改在主机上尚未完成就被结束，因此已恢复旧配置。请再次应用。</translation>
    </message>
    <message>
        <source>Undone as you asked. The old configuration is back.</source>
        <translation>已按您的要求回滚。旧配置已恢复。</translation>
    </message>
    <message>
        <source>The files are those that the plan was made from</source>
        <translation>文件与制定方案时一致</translation>
    </message>
    <message>
        <source>Postfix starts with a staged copy of the new files</source>
        <translation>Postfix 能以新文件的暂存副本启动</translation>
    </message>
    <message>
        <source>%1 lies outside the configuration directory and could not be tried out beforehand</source>
        <translation>%1 位于配置目录之外，无法事先试用</translation>
    </message>
    <message>
        <source>%1 does not start, neither with the old files nor with the new</source>
        <translation>%1 用旧文件和新文件都无法启动</translation>
    </message>
    <message>
        <source>The old files are kept in %1</source>
        <translation>旧文件保存在 %1</translation>
    </message>
    <message>
        <source>The host undoes the change by itself, also after a restart</source>
        <translation>主机会自行回滚更改，重启之后也会</translation>
    </message>
    <message>
        <source>The host undoes the change by itself, but not after a restart: it has neither systemd nor cron</source>
        <translation>主机会自行回滚更改，但重启之后不会：它既没有 systemd 也没有 cron</translation>
    </message>
    <message>
        <source>%1 is in place</source>
        <translation>%1 已就位</translation>
    </message>
    <message>
        <source>Postfix took the new configuration</source>
        <translation>Postfix 已采用新配置</translation>
    </message>
    <message>
        <source>The mail service answers</source>
        <translation>邮件服务有应答</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>%1 does not answer, as before the change</source>
        <translation>%1 没有应答，与更改之前相同</translation>
    </message>
    <message>
        <source>The mail service was stopped before, and stays so</source>
        <translation>邮件服务原先就是停止的，现在仍然如此</translation>
    </message>
    <message>
        <source>Somebody edited a file while the change waited; that version is kept as %1</source>
        <translation>更改等待确认期间有人编辑了文件；那个版本已保存为 %1</translation>
    </message>
    <message>
        <source>Nothing on the host watches over this change any longer: keep it or undo it now</source>
        <translation>主机上已没有程序看管这次更改：请立即保留或回滚</translation>
    </message>
    <message>
        <source>%1 could not be put back. Make it writable and undo again; the original lies in the backup directory.</source>
        <translation>无法恢复 %1。请使其可写后再次回滚；原文件在备份目录中。</translation>
    </message>
    <message>
        <source>%1 cannot be changed from here: its name or content is no text.</source>
        <translation>无法从这里更改 %1：它的名称或内容不是文本。</translation>
    </message>
    <message>
        <source>A line of %1 that would change holds a secret, and secrets stay on the host. Edit that line on the host, pull again and plan the rest.</source>
        <translation>%1 中要更改的一行含有机密，而机密保留在主机上。请在主机上编辑该行，重新拉取，再为其余部分制定方案。</translation>
    </message>
    <message>
        <source>%1 holds secrets that stay on the host, and the key to find them again is not known. Pull again and make the plan anew.</source>
        <translation>%1 含有保留在主机上的机密，而用来重新定位它们的密钥未知。请重新拉取并重新制定方案。</translation>
    </message>
</context>
<context>
    <name>TunnelStream</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>对方没有按时应答。</translation>
    </message>
    <message>
        <source>The other side hung up.</source>
        <translation>对方断开了连接。</translation>
    </message>
</context>
<context>
    <name>gatepost</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。没有作任何更改。</translation>
    </message>
</context>
<context>
    <name>gatepost::ActivityStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Nothing has been changed on this host</source>
        <translation>尚未更改这台主机</translation>
    </message>
</context>
<context>
    <name>gatepost::ApplyDialog</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply to %1?</source>
        <translation>应用到 %1？</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>将更改的内容</translation>
    </message>
    <message>
        <source>What happens on %1</source>
        <translation>在 %1 上将发生什么</translation>
    </message>
    <message numerus="yes">
        <source>%1 is backed up; the new file is checked beside the old one first.</source>
        <translation>
            <numerusform>备份 %1；新文件先在旧文件旁边接受检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Postfix reloads, and Gatepost looks whether it answers.</source>
        <translation>Postfix 重新加载，Gatepost 查看它是否应答。</translation>
    </message>
    <message numerus="yes">
        <source>Unless you keep the change within %n s, the host undoes it by itself, also when this desktop is gone.</source>
        <translation>
            <numerusform>除非您在 %n 秒内保留更改，否则主机会自行回滚，即使这台桌面已断开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who might notice</source>
        <translation>谁可能受影响</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>应用到 %1</translation>
    </message>
    <message>
        <source>This opens the host further than it is now</source>
        <translation>这会使主机比现在更开放</translation>
    </message>
    <message>
        <source>Relaying now: %1. Afterwards: %2. Type the host&apos;s name to go on.</source>
        <translation>当前中继：%1。更改之后：%2。请输入主机名称以继续。</translation>
    </message>
    <message>
        <source>The host&apos;s name, %1</source>
        <translation>主机名称，%1</translation>
    </message>
</context>
<context>
    <name>gatepost::ChangeFlow</name>
    <message>
        <source>A change of %1 waits for your word</source>
        <translation>%1 上的一项更改等待您决定</translation>
    </message>
    <message>
        <source>It was begun by a console that did not finish it. What is shown here was read from %1 as it is now, with that change.</source>
        <translation>它由一个未能完成的控制台开始。此处显示的是 %1 带有该更改的当前状态。</translation>
    </message>
    <message>
        <source>Whether the change of %1 stands is being asked</source>
        <translation>正在询问 %1 上的更改是否仍然有效</translation>
    </message>
    <message>
        <source>%1 could not be read again after the change. %2</source>
        <translation>更改之后无法再次读取 %1。%2</translation>
    </message>
    <message>
        <source>The configuration that %1 has now is not what the plan proved. It is being put back.</source>
        <translation>%1 现在的配置与方案所证明的不符，正在恢复。</translation>
    </message>
    <message>
        <source>By configuration: %1 The probe could not ask: %2</source>
        <translation>依据配置：%1 探测未能询问：%2</translation>
    </message>
    <message>
        <source>The probe from %1 was still let through. Undo the change, unless %1 is one of the networks that may send without signing in.</source>
        <translation>从 %1 发出的探测仍被放行。请回滚更改，除非 %1 属于不登录即可发信的网络。</translation>
    </message>
    <message>
        <source>Proved twice. By configuration: %1 By probe from %2: %3</source>
        <translation>双重证明。依据配置：%1 依据从 %2 发出的探测：%3</translation>
    </message>
    <message>
        <source>%1: relay closed at %2, kept</source>
        <translation>%1：已于 %2 关闭中继，更改已保留</translation>
    </message>
    <message>
        <source>%1: the change was undone at %2</source>
        <translation>%1：更改已于 %2 回滚</translation>
    </message>
</context>
<context>
    <name>gatepost::CommandPalette</name>
    <message>
        <source>Find a host or an action</source>
        <translation>查找主机或操作</translation>
    </message>
    <message>
        <source>Hosts and actions found</source>
        <translation>找到的主机和操作</translation>
    </message>
</context>
<context>
    <name>gatepost::CompositionRoot</name>
    <message>
        <source>this desktop</source>
        <translation>这台桌面</translation>
    </message>
</context>
<context>
    <name>gatepost::ConfigView</name>
    <message>
        <source>Content of the file</source>
        <translation>文件内容</translation>
    </message>
</context>
<context>
    <name>gatepost::ConfigurationPage</name>
    <message>
        <source>Parameters that differ from their defaults</source>
        <translation>与默认值不同的参数</translation>
    </message>
    <message>
        <source>Filter parameters   Ctrl+F</source>
        <translation>筛选参数   Ctrl+F</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Set at</source>
        <translation>设置位置</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>No file was read from %1</source>
        <translation>没有从 %1 读到文件</translation>
    </message>
    <message>
        <source>The host has no Postfix configuration that this user may read.</source>
        <translation>主机上没有该用户可读取的 Postfix 配置。</translation>
    </message>
    <message>
        <source>Pull again</source>
        <translation>重新拉取</translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) stay on the host</source>
        <translation>
            <numerusform>%n 项机密保留在主机上</numerusform>
        </translation>
    </message>
    <message>
        <source>The configuration names this file, but it does not exist on the host.</source>
        <translation>配置中提到此文件，但主机上不存在。</translation>
    </message>
    <message>
        <source>This file could not be read: %1</source>
        <translation>无法读取此文件：%1</translation>
    </message>
    <message>
        <source>This file is large: only its beginning was read.</source>
        <translation>此文件很大：只读取了开头部分。</translation>
    </message>
    <message numerus="yes">
        <source>It has %n line(s).</source>
        <translation>
            <numerusform>它有 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Here stands every file that the mail service reads, as it was when it was pulled.</source>
        <translation>这里列出邮件服务读取的每个文件，内容为拉取时的状态。</translation>
    </message>
</context>
<context>
    <name>gatepost::ConnectionTest</name>
    <message>
        <source>%1 was reached, but has no Postfix: postconf(1) is not there. Check that this is the mail host.</source>
        <translation>已到达 %1，但其上没有 Postfix：缺少 postconf(1)。请检查这是否是邮件主机。</translation>
    </message>
    <message>
        <source>Postfix %1</source>
        <translation>Postfix %1</translation>
    </message>
</context>
<context>
    <name>gatepost::ConnectionTestView</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 连接</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>主机密钥</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Root rights</source>
        <translation>root 权限</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>Through %1</source>
        <translation>经由 %1</translation>
    </message>
    <message>
        <source>The host itself</source>
        <translation>主机本身</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gatepost::CredentialDialog</name>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Passphrase of a key</source>
        <translation>密钥的密码短语</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 询问</translation>
    </message>
    <message>
        <source>Password for root rights</source>
        <translation>取得 root 权限的密码</translation>
    </message>
    <message>
        <source>The server takes no key of yours and asks for the password.</source>
        <translation>服务器不接受您的密钥，要求输入密码。</translation>
    </message>
    <message>
        <source>The key %1 is encrypted.</source>
        <translation>密钥 %1 已加密。</translation>
    </message>
    <message>
        <source>sudo or doas asks for the password of %1. It is written only after their own prompt has come.</source>
        <translation>sudo 或 doas 询问 %1 的密码。只有在它们自己的提示出现之后才会写入。</translation>
    </message>
    <message>
        <source>That passphrase does not open the key. Try again.</source>
        <translation>该密码短语无法打开密钥。请重试。</translation>
    </message>
    <message>
        <source>That was refused. Try again.</source>
        <translation>已被拒绝。请重试。</translation>
    </message>
    <message>
        <source>That password was refused. Try again.</source>
        <translation>该密码被拒绝。请重试。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码短语</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>保存到密钥环</translation>
    </message>
    <message>
        <source>This desktop has no keychain that answers: it is kept until Gatepost is closed.</source>
        <translation>此桌面没有可用的密钥环：只保留到 Gatepost 关闭为止。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>gatepost::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gatepost::DiffView</name>
    <message>
        <source>Changes, line by line</source>
        <translation>逐行更改</translation>
    </message>
</context>
<context>
    <name>gatepost::HardeningPage</name>
    <message>
        <source>Relay</source>
        <translation>中继</translation>
    </message>
    <message>
        <source>Apply to %1…</source>
        <translation>应用到 %1…</translation>
    </message>
    <message>
        <source>The connection to %1 is read-only: nothing can be changed through it.</source>
        <translation>到 %1 的连接是只读的：不能通过它作任何更改。</translation>
    </message>
    <message>
        <source>Nothing to change in this layer.</source>
        <translation>这一层无需更改。</translation>
    </message>
    <message numerus="yes">
        <source>A backup is made first. Unconfirmed after %n s, the host undoes it by itself.</source>
        <translation>
            <numerusform>先作备份。%n 秒内未确认，主机会自行回滚。</numerusform>
        </translation>
    </message>
    <message>
        <source>Here stands what should change on this host, line by line, before anything is applied.</source>
        <translation>这里在应用之前逐行列出这台主机上应作的更改。</translation>
    </message>
</context>
<context>
    <name>gatepost::HeatModel</name>
    <message numerus="yes">
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1：%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>gatepost::HostDialog</name>
    <message>
        <source>Add a host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>测试已取消。</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>取消测试</translation>
    </message>
    <message>
        <source>Something was changed after this test. Test again to be sure.</source>
        <translation>此次测试之后有内容改动。请重新测试以确认。</translation>
    </message>
</context>
<context>
    <name>gatepost::HostEditor</name>
    <message>
        <source>The host was not saved</source>
        <translation>主机未保存</translation>
    </message>
    <message>
        <source>Everything works. Save the host.</source>
        <translation>一切正常。请保存主机。</translation>
    </message>
    <message>
        <source>No host was imported</source>
        <translation>没有导入主机</translation>
    </message>
</context>
<context>
    <name>gatepost::HostForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Use keys of the ssh agent</source>
        <translation>使用 ssh agent 的密钥</translation>
    </message>
    <message>
        <source>Root rights</source>
        <translation>root 权限</translation>
    </message>
    <message>
        <source>Read-only: offer nothing that changes this host</source>
        <translation>只读：不提供任何会更改这台主机的操作</translation>
    </message>
    <message>
        <source>Jump hosts</source>
        <translation>跳板机</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Known hosts file</source>
        <translation>已知主机文件</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>mail.example.net, or user@address:port</source>
        <translation>mail.example.net，或 用户@地址:端口</translation>
    </message>
    <message>
        <source>as the address</source>
        <translation>与地址相同</translation>
    </message>
    <message>
        <source>your user name on this desktop</source>
        <translation>您在此桌面上的用户名</translation>
    </message>
    <message>
        <source>admin@gate.example.net, then the next hop</source>
        <translation>admin@gate.example.net，然后是下一跳</translation>
    </message>
    <message>
        <source>Hosts that the connection goes through, separated by commas, the first hop first: user@host:port</source>
        <translation>连接所经过的主机，以逗号分隔，第一跳在前：用户@主机:端口</translation>
    </message>
    <message>
        <source>your own ~/.ssh/known_hosts</source>
        <translation>您自己的 ~/.ssh/known_hosts</translation>
    </message>
    <message>
        <source>None: what the user may do is enough</source>
        <translation>无：该用户的权限已足够</translation>
    </message>
    <message>
        <source>By sudo</source>
        <translation>通过 sudo</translation>
    </message>
    <message>
        <source>By doas</source>
        <translation>通过 doas</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Enter the host&apos;s name or address.</source>
        <translation>请输入主机的名称或地址。</translation>
    </message>
    <message>
        <source>%1 is no name or address. Enter one such as mail.example.net, 192.0.2.25 or 2001:db8::25.</source>
        <translation>%1 不是名称或地址。请输入如 mail.example.net、192.0.2.25 或 2001:db8::25 的形式。</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535. ssh usually listens on 22.</source>
        <translation>端口是 1 到 65535 的数字。ssh 通常监听 22。</translation>
    </message>
    <message>
        <source>A user name holds no spaces, &quot;@&quot; or &quot;:&quot; and does not start with &quot;-&quot;.</source>
        <translation>用户名不含空格、“@”或“:”，也不以“-”开头。</translation>
    </message>
    <message>
        <source>There is already a host called %1. Choose another name.</source>
        <translation>已经有名为 %1 的主机。请换一个名称。</translation>
    </message>
    <message>
        <source>The jump hosts cannot be read. Write each as user@host:port, separated by commas, the first hop first.</source>
        <translation>无法识别跳板机。请将每台写作 用户@主机:端口，以英文逗号分隔，第一跳在前。</translation>
    </message>
</context>
<context>
    <name>gatepost::HostHeader</name>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>the default user</source>
        <translation>默认用户</translation>
    </message>
    <message>
        <source>connected as %1 (sudo)</source>
        <translation>以 %1 连接（sudo）</translation>
    </message>
    <message>
        <source>connected as %1 (doas)</source>
        <translation>以 %1 连接（doas）</translation>
    </message>
    <message>
        <source>connected as %1</source>
        <translation>以 %1 连接</translation>
    </message>
    <message>
        <source>never pulled</source>
        <translation>从未拉取</translation>
    </message>
    <message>
        <source>pulled just now</source>
        <translation>刚刚拉取</translation>
    </message>
    <message numerus="yes">
        <source>pulled %n min ago</source>
        <translation>
            <numerusform>%n 分钟前拉取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pulled %n h ago</source>
        <translation>
            <numerusform>%n 小时前拉取</numerusform>
        </translation>
    </message>
    <message>
        <source>pulled on %1</source>
        <translation>拉取于 %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Pull  F5</source>
        <translation>拉取  F5</translation>
    </message>
    <message>
        <source>Relay test  Ctrl+T</source>
        <translation>中继测试  Ctrl+T</translation>
    </message>
    <message>
        <source>Read configuration, state and queue from the host again</source>
        <translation>重新从主机读取配置、状态和队列</translation>
    </message>
    <message>
        <source>Try to send mail through this host as a stranger, up to RCPT</source>
        <translation>以陌生人身份尝试通过这台主机发信，到 RCPT 为止</translation>
    </message>
</context>
<context>
    <name>gatepost::HostKeyDialog</name>
    <message>
        <source>Do you know this host key?</source>
        <translation>您认识这个主机密钥吗？</translation>
    </message>
    <message>
        <source>%1 (port %2) shows a key that is not in your known_hosts file. Compare it with what the host&apos;s administrator, or ssh-keygen -l on the host, says. Connect only when both are the same.</source>
        <translation>%1（端口 %2）出示的密钥不在您的 known_hosts 文件中。请与主机管理员的说法或主机上 ssh-keygen -l 的输出核对。只有两者一致时才连接。</translation>
    </message>
    <message>
        <source>Fingerprint: %1</source>
        <translation>指纹：%1</translation>
    </message>
    <message>
        <source>You know this host by another key</source>
        <translation>您所知的是这台主机的另一个密钥</translation>
    </message>
    <message>
        <source>On record: %1. A host seldom gets a new kind of key; ask whether it did.</source>
        <translation>记录中：%1。主机很少更换密钥类型；请先询问是否确有其事。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Connect and remember</source>
        <translation>连接并记住</translation>
    </message>
</context>
<context>
    <name>gatepost::HostListView</name>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
</context>
<context>
    <name>gatepost::HostPresenter</name>
    <message>
        <source>connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>Asking %1 whether it relays</source>
        <translation>正在询问 %1 是否中继</translation>
    </message>
    <message>
        <source>Applying the change to %1</source>
        <translation>正在将更改应用到 %1</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>没有方案</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需操作</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) ready</source>
        <translation>
            <numerusform>%n 项更改就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed on %1</source>
        <translation>尚未更改 %1</translation>
    </message>
</context>
<context>
    <name>gatepost::HostRegistry</name>
    <message>
        <source>A change of %1 is under way. Keep or undo it first.</source>
        <translation>%1 上有更改正在进行。请先保留或回滚。</translation>
    </message>
</context>
<context>
    <name>gatepost::HostRowModel</name>
    <message numerus="yes">
        <source>%1, %2, %3, %n serious finding(s)</source>
        <translation>
            <numerusform>%1，%2，%3，%n 项严重问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HostSession</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Reading the queue of %1</source>
        <translation>正在读取 %1 的队列</translation>
    </message>
</context>
<context>
    <name>gatepost::HostSidebar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Find host or action   Ctrl+K</source>
        <translation>查找主机或操作   Ctrl+K</translation>
    </message>
    <message>
        <source>Find host or action</source>
        <translation>查找主机或操作</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Import ~/.ssh/config</source>
        <translation>导入 ~/.ssh/config</translation>
    </message>
</context>
<context>
    <name>gatepost::ImportDialog</name>
    <message>
        <source>%1 through %2</source>
        <translation>%1，经由 %2</translation>
    </message>
    <message>
        <source>Import hosts</source>
        <translation>导入主机</translation>
    </message>
    <message>
        <source>%1 names no host. Add hosts one by one instead.</source>
        <translation>%1 中没有主机。请改为逐台添加。</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) in %1. The file itself is not changed.</source>
        <translation>
            <numerusform>%1 中有 %n 台主机。文件本身不会更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hosts found</source>
        <translation>找到的主机</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全不选</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not followed</source>
        <translation>未采纳的内容</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1 (in the list already)</source>
        <translation>%1（已在列表中）</translation>
    </message>
    <message numerus="yes">
        <source>Import %n host(s)</source>
        <translation>
            <numerusform>导入 %n 台主机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::KeyFileList</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Choose a private key file</source>
        <translation>选择私钥文件</translation>
    </message>
</context>
<context>
    <name>gatepost::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation>加固</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pull from the host</source>
        <translation>从主机拉取</translation>
    </message>
    <message>
        <source>Run the relay test</source>
        <translation>运行中继测试</translation>
    </message>
    <message>
        <source>Close the relay…</source>
        <translation>关闭中继…</translation>
    </message>
    <message>
        <source>Show the overview</source>
        <translation>显示概览</translation>
    </message>
    <message>
        <source>Show the configuration</source>
        <translation>显示配置</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>Show hardening</source>
        <translation>显示加固</translation>
    </message>
    <message>
        <source>Show the tests</source>
        <translation>显示测试</translation>
    </message>
    <message>
        <source>Find a host or an action</source>
        <translation>查找主机或操作</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>筛选此页</translation>
    </message>
    <message>
        <source>Cancel or clear</source>
        <translation>取消或清除</translation>
    </message>
    <message>
        <source>Add host…</source>
        <translation>添加主机…</translation>
    </message>
    <message>
        <source>Edit this host…</source>
        <translation>编辑此主机…</translation>
    </message>
    <message>
        <source>Remove this host from the list…</source>
        <translation>从列表中移除此主机…</translation>
    </message>
    <message>
        <source>Import hosts from ~/.ssh/config…</source>
        <translation>从 ~/.ssh/config 导入主机…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>首选项…</translation>
    </message>
    <message>
        <source>Quit Gatepost</source>
        <translation>退出 Gatepost</translation>
    </message>
    <message>
        <source>Nothing has been changed on this host</source>
        <translation>尚未更改这台主机</translation>
    </message>
    <message>
        <source>No mail host yet</source>
        <translation>还没有邮件主机</translation>
    </message>
    <message>
        <source>Add a Postfix host that you reach by SSH. Gatepost reads it and changes nothing until you say so.</source>
        <translation>请添加一台可通过 SSH 到达的 Postfix 主机。Gatepost 只读取，在您同意之前不作任何更改。</translation>
    </message>
    <message>
        <source>Choose a host</source>
        <translation>选择主机</translation>
    </message>
    <message>
        <source>Pick one on the left, or press Ctrl+K and type a part of its name.</source>
        <translation>在左侧选择一台，或按 Ctrl+K 并输入其名称的一部分。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>gatepost::MatrixView</name>
    <message>
        <source>accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>try later</source>
        <translation>稍后再试</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>451 for all</source>
        <translation>一律 451</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>to an own domain</source>
        <translation>发往自有域名</translation>
    </message>
    <message>
        <source>to the outside</source>
        <translation>发往外部</translation>
    </message>
    <message>
        <source>outside, as an own sender</source>
        <translation>发往外部，冒用自有发件人</translation>
    </message>
</context>
<context>
    <name>gatepost::NoticeBar</name>
    <message>
        <source>Hide this notice</source>
        <translation>隐藏此提示</translation>
    </message>
</context>
<context>
    <name>gatepost::OverviewPage</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Close the relay…</source>
        <translation>关闭中继…</translation>
    </message>
    <message>
        <source>Show the line of the configuration and the dialogue of the probe</source>
        <translation>显示相应的配置行和探测对话</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>中继</translation>
    </message>
    <message>
        <source>Listening services</source>
        <translation>监听的服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>A stranger finds it</source>
        <translation>对陌生人</translation>
    </message>
    <message>
        <source>Decided at</source>
        <translation>判定位置</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Queue by recipient domain and age</source>
        <translation>队列：按收件人域名和时长</translation>
    </message>
    <message>
        <source>What was not seen</source>
        <translation>未能看到的内容</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>值得注意</translation>
    </message>
    <message>
        <source>Show %1 in the configuration</source>
        <translation>在配置中显示 %1</translation>
    </message>
    <message>
        <source>built-in default</source>
        <translation>内置默认值</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) to close</source>
        <translation>
            <numerusform>%n 个服务待关闭</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is empty: nothing waits on this host.</source>
        <translation>队列为空：这台主机上没有等待的邮件。</translation>
    </message>
    <message>
        <source>Everything Gatepost asks for could be read.</source>
        <translation>Gatepost 所需的内容均已读到。</translation>
    </message>
    <message>
        <source>Here stands whether strangers can send mail through this host, and how it is proved.</source>
        <translation>这里说明陌生人能否通过这台主机发信，以及如何证明。</translation>
    </message>
    <message>
        <source>The queue has not been read yet.</source>
        <translation>尚未读取队列。</translation>
    </message>
</context>
<context>
    <name>gatepost::OverviewText</name>
    <message>
        <source>A probe from %1 got “%2” at %3.</source>
        <translation>从 %1 发出的探测于 %3 得到“%2”。</translation>
    </message>
    <message>
        <source>A probe from %1 was refused in all %2 forms at %3.</source>
        <translation>从 %1 发出的探测于 %3 以全部 %2 种形式均被拒绝。</translation>
    </message>
    <message>
        <source>Open relay: anyone on the internet can send mail through this host</source>
        <translation>开放中继：互联网上的任何人都能通过这台主机发送邮件</translation>
    </message>
    <message>
        <source>Conditional relay: a stranger who knows the trick can send mail through this host</source>
        <translation>有条件的中继：懂得窍门的陌生人能通过这台主机发送邮件</translation>
    </message>
    <message>
        <source>Closed: no stranger can send mail through this host</source>
        <translation>已关闭：陌生人无法通过这台主机发送邮件</translation>
    </message>
    <message>
        <source>Not receiving mail: a mail service on this host does not start</source>
        <translation>不收邮件：这台主机上有邮件服务无法启动</translation>
    </message>
    <message>
        <source>Not receiving mail: this host answers 451 to everyone</source>
        <translation>不收邮件：这台主机对所有人都应答 451</translation>
    </message>
    <message>
        <source>Not known: whether strangers can send through this host is decided by something Gatepost cannot see</source>
        <translation>未知：陌生人能否通过这台主机发信取决于 Gatepost 看不到的内容</translation>
    </message>
    <message>
        <source>Not tried by a probe yet.</source>
        <translation>尚未用探测验证。</translation>
    </message>
    <message>
        <source>By configuration: %1</source>
        <translation>依据配置：%1</translation>
    </message>
    <message>
        <source>Proved twice. %1 %2</source>
        <translation>双重证明。%1 %2</translation>
    </message>
    <message>
        <source>Configuration and probe disagree. %1 %2</source>
        <translation>配置与探测不一致。%1 %2</translation>
    </message>
</context>
<context>
    <name>gatepost::Page</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing has been read from %1 yet</source>
        <translation>尚未从 %1 读取任何内容</translation>
    </message>
    <message>
        <source>%1 Pulling reads the host and changes nothing.</source>
        <translation>%1 拉取只读取主机，不作任何更改。</translation>
    </message>
    <message>
        <source>Pull from %1</source>
        <translation>从 %1 拉取</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>未连接到 %1</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Reading %1 failed</source>
        <translation>读取 %1 失败</translation>
    </message>
    <message>
        <source>What is shown was read on %1.</source>
        <translation>所显示的内容读取于 %1。</translation>
    </message>
</context>
<context>
    <name>gatepost::PlanView</name>
    <message>
        <source>Who may send where, after this change</source>
        <translation>更改之后谁可以向哪里发信</translation>
    </message>
    <message>
        <source>What changes, and who might notice</source>
        <translation>将更改的内容，以及谁可能受影响</translation>
    </message>
    <message>
        <source>Trusted networks</source>
        <translation>受信任网络</translation>
    </message>
    <message>
        <source>Addresses and networks that may send to the outside without signing in, separated by spaces</source>
        <translation>不登录即可向外部发信的地址和网络，以空格分隔</translation>
    </message>
    <message>
        <source>proved on the staged files, before anything is applied</source>
        <translation>在应用之前已用暂存文件证明</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>comments kept</source>
        <translation>保留注释</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Commands that run on the host after the files are in place</source>
        <translation>文件就位后在主机上运行的命令</translation>
    </message>
    <message>
        <source>%1 is no network. Write it as 192.0.2.0/24 or [2001:db8::]/32, with no bits set beyond the prefix.</source>
        <translation>%1 不是网络。请写作 192.0.2.0/24 或 [2001:db8::]/32，前缀之后的位必须为零。</translation>
    </message>
</context>
<context>
    <name>gatepost::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The language is used when Gatepost is started next.</source>
        <translation>语言在下次启动 Gatepost 时生效。</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gatepost::QueueDetails</name>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>To, and why it is waiting</source>
        <translation>收件人，以及等待原因</translation>
    </message>
    <message>
        <source>&lt;&gt; (a bounce or a delivery report)</source>
        <translation>&lt;&gt;（退信或投递报告）</translation>
    </message>
    <message>
        <source>expires at the next try</source>
        <translation>下次尝试时过期</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n byte(s))</source>
        <translation>
            <numerusform>%1（%n 字节）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>已选择 %n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>No message selected</source>
        <translation>未选择邮件</translation>
    </message>
    <message>
        <source>Choose one message to see its recipients and why it is waiting.</source>
        <translation>选择一封邮件以查看其收件人和等待原因。</translation>
    </message>
</context>
<context>
    <name>gatepost::QueueHeat</name>
    <message>
        <source>&lt;5m</source>
        <translation>&lt;5分</translation>
    </message>
    <message>
        <source>&lt;30m</source>
        <translation>&lt;30分</translation>
    </message>
    <message>
        <source>&lt;2h</source>
        <translation>&lt;2时</translation>
    </message>
    <message>
        <source>&lt;8h</source>
        <translation>&lt;8时</translation>
    </message>
    <message>
        <source>&lt;1d</source>
        <translation>&lt;1天</translation>
    </message>
    <message>
        <source>older</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>others (%1)</source>
        <translation>其他（%1）</translation>
    </message>
</context>
<context>
    <name>gatepost::QueuePage</name>
    <message>
        <source>Filter by any text: address, domain, queue ID, reason   Ctrl+F</source>
        <translation>按任意文字筛选：地址、域名、队列 ID、原因   Ctrl+F</translation>
    </message>
    <message>
        <source>Messages in the queue</source>
        <translation>队列中的邮件</translation>
    </message>
    <message>
        <source>By recipient domain and age</source>
        <translation>按收件人域名和时长</translation>
    </message>
    <message>
        <source>The queue of %1 is empty</source>
        <translation>%1 的队列为空</translation>
    </message>
    <message>
        <source>Nothing waits to be sent. Pull again to look once more.</source>
        <translation>没有等待发送的邮件。重新拉取可再次查看。</translation>
    </message>
    <message>
        <source>Pull again</source>
        <translation>重新拉取</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 项匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No message fits the filter</source>
        <translation>没有符合筛选条件的邮件</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are in the queue, none holds all the words.</source>
        <translation>
            <numerusform>队列中有 %n 封邮件，没有一封包含所有词语。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Here stands every message that waits, with the reason why it does.</source>
        <translation>这里列出每一封等待的邮件及其等待原因。</translation>
    </message>
</context>
<context>
    <name>gatepost::QueueTableModel</name>
    <message>
        <source>Queue ID</source>
        <translation>队列 ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Why it is waiting</source>
        <translation>等待原因</translation>
    </message>
</context>
<context>
    <name>gatepost::RemoveHostDialog</name>
    <message>
        <source>Remove %1 from the list?</source>
        <translation>从列表中移除 %1？</translation>
    </message>
    <message>
        <source>Nothing changes on %1 itself. Its address and settings are forgotten here; add it again at any time.</source>
        <translation>%1 本身不会有任何更改。这里只是忘记它的地址和设置；随时可以重新添加。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>gatepost::StatusStyle</name>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>有条件</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Does not start</source>
        <translation>无法启动</translation>
    </message>
    <message>
        <source>Refuses everyone</source>
        <translation>拒绝所有人</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>retry later</source>
        <translation>稍后重试</translation>
    </message>
    <message>
        <source>needs TLS</source>
        <translation>需要 TLS</translation>
    </message>
    <message>
        <source>needs sign-in</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>refused at DATA</source>
        <translation>在 DATA 处被拒绝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>rate limited</source>
        <translation>被限速</translation>
    </message>
</context>
<context>
    <name>gatepost::TestsPage</name>
    <message>
        <source>Where the test is run from</source>
        <translation>测试从哪里发起</translation>
    </message>
    <message>
        <source>Run the relay test</source>
        <translation>运行中继测试</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>尝试过的内容</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Relay test: can a stranger send mail through this host?</source>
        <translation>中继测试：陌生人能通过这台主机发信吗？</translation>
    </message>
    <message>
        <source>Run from</source>
        <translation>发起位置</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>this desktop</source>
        <translation>这台桌面</translation>
    </message>
    <message>
        <source>Gatepost speaks SMTP with %1 as a stranger would, up to RCPT and no further: no message is sent.</source>
        <translation>Gatepost 像陌生人那样与 %1 进行 SMTP 对话，到 RCPT 为止：不会发送任何邮件。</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止测试</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Each form of address is tried in its own dialogue.</source>
        <translation>每种地址形式都在单独的对话中尝试。</translation>
    </message>
    <message>
        <source>Asked %1 from %2 on %3.</source>
        <translation>于 %3 从 %2 询问了 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) accepted for the outside</source>
        <translation>
            <numerusform>%n 种形式被接受发往外部</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 种情形</numerusform>
        </translation>
    </message>
    <message>
        <source>No test was run yet</source>
        <translation>尚未运行测试</translation>
    </message>
    <message>
        <source>The verdict, every case with its reply, and the whole dialogue will stand here.</source>
        <translation>结论、每种情形及其应答，以及完整对话都将显示在这里。</translation>
    </message>
    <message>
        <source>The test could not be run</source>
        <translation>无法运行测试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Here the host is asked from outside, as a stranger would.</source>
        <translation>在这里像陌生人那样从外部询问主机。</translation>
    </message>
</context>
<context>
    <name>gatepost::TransactionPanel</name>
    <message>
        <source>Plan again</source>
        <translation>重新制定方案</translation>
    </message>
    <message>
        <source>Undo now</source>
        <translation>立即回滚</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>保留更改</translation>
    </message>
    <message>
        <source>What happened on the host</source>
        <translation>主机上发生的事情</translation>
    </message>
    <message>
        <source>The host&apos;s own log</source>
        <translation>主机自己的日志</translation>
    </message>
    <message>
        <source>backup in %1</source>
        <translation>备份位于 %1</translation>
    </message>
    <message>
        <source>Applying to %1…</source>
        <translation>正在应用到 %1…</translation>
    </message>
    <message>
        <source>A backup is made, the new files are checked beside the old ones, then they are swapped.</source>
        <translation>先作备份，在旧文件旁边检查新文件，然后替换。</translation>
    </message>
    <message numerus="yes">
        <source>The change is in place on %1. Keep it? The host undoes it in %n s</source>
        <translation>
            <numerusform>更改已在 %1 上生效。要保留吗？主机将在 %n 秒后回滚</numerusform>
        </translation>
    </message>
    <message>
        <source>Time is up: %1 is undoing the change by itself</source>
        <translation>时间到：%1 正在自行回滚更改</translation>
    </message>
    <message>
        <source>Check that mail still flows. Without an answer the host goes back to the old files by itself.</source>
        <translation>请检查邮件是否仍能收发。如无答复，主机会自行恢复旧文件。</translation>
    </message>
    <message>
        <source>The change is kept on %1</source>
        <translation>更改已在 %1 上保留</translation>
    </message>
    <message>
        <source>Nothing was changed on %1</source>
        <translation>%1 上没有作任何更改</translation>
    </message>
    <message>
        <source>Undone: %1 has its old configuration back, byte for byte</source>
        <translation>已回滚：%1 已逐字节恢复旧配置</translation>
    </message>
    <message>
        <source>The undo on %1 failed: a person has to look</source>
        <translation>%1 上的回滚失败：需要人工处理</translation>
    </message>
    <message>
        <source>%1 The old files are in %2 on the host.</source>
        <translation>%1 旧文件在主机上的 %2 中。</translation>
    </message>
</context>
<context>
    <name>gatepost::TranscriptView</name>
    <message>
        <source>SMTP dialogue</source>
        <translation>SMTP 对话</translation>
    </message>
</context>
<context>
    <name>gatepostctl</name>
    <message>
        <source>this desktop</source>
        <translation>这台桌面</translation>
    </message>
    <message>
        <source>Nobody could be asked for &quot;%1&quot;. Run this in a terminal, or name a program with --askpass.</source>
        <translation>无人可询问“%1”。请在终端中运行，或用 --askpass 指定程序。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The host %1 (port %2) is not known yet.
Its %3 key has the fingerprint %4.
Compare it with what the host&apos;s owner told you. Connect and remember it (yes/no)? </source>
        <translation>主机 %1（端口 %2）尚属未知。
其 %3 密钥的指纹是 %4。
请与主机所有者告知的内容核对。连接并记住它（yes/no）？ </translation>
    </message>
    <message>
        <source>The host key of %1 (%2, %3) is not known. Connect once with ssh or the console, or use --accept-new.</source>
        <translation>%1（%2，%3）的主机密钥未知。请先用 ssh 或控制台连接一次，或使用 --accept-new。</translation>
    </message>
    <message>
        <source>%1 refused the password that the askpass program gave.</source>
        <translation>%1 拒绝了 askpass 程序给出的密码。</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 的密码： </translation>
    </message>
    <message>
        <source>The passphrase that the askpass program gave does not open %1.</source>
        <translation>askpass 程序给出的密码短语无法打开 %1。</translation>
    </message>
    <message>
        <source>Passphrase of the key %1: </source>
        <translation>密钥 %1 的密码短语： </translation>
    </message>
    <message>
        <source>%1 refused the password for root rights that the askpass program gave.</source>
        <translation>%1 拒绝了 askpass 程序给出的用于取得 root 权限的密码。</translation>
    </message>
    <message>
        <source>Password of %1 for root rights: </source>
        <translation>%1 用于取得 root 权限的密码： </translation>
    </message>
    <message>
        <source>The askpass program %1 could not be started: %2.</source>
        <translation>无法启动 askpass 程序 %1：%2。</translation>
    </message>
    <message>
        <source>The askpass program did not answer in time.</source>
        <translation>askpass 程序没有按时应答。</translation>
    </message>
    <message>
        <source>Asked from %1: %2</source>
        <translation>从 %1 询问：%2</translation>
    </message>
    <message>
        <source>The change is %1.</source>
        <translation>更改的状态：%1。</translation>
    </message>
    <message>
        <source>The console&apos;s list is empty. Add a host there, or name any ssh destination.</source>
        <translation>控制台的列表为空。请在控制台中添加主机，或指定任意 ssh 目标。</translation>
    </message>
    <message>
        <source>--elevate takes none, sudo or doas, not &quot;%1&quot;.</source>
        <translation>--elevate 只接受 none、sudo 或 doas，不接受“%1”。</translation>
    </message>
    <message>
        <source>--port takes a number from 1 to 65535, not &quot;%1&quot;.</source>
        <translation>--port 只接受 1 到 65535 的数字，不接受“%1”。</translation>
    </message>
    <message>
        <source>harden needs --layer. This version knows the layer relay.</source>
        <translation>harden 需要 --layer。此版本支持的层是 relay。</translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;. This version knows the layer relay.</source>
        <translation>没有名为“%1”的层。此版本支持的层是 relay。</translation>
    </message>
    <message>
        <source>--undo-after takes seconds from 5 to 3600, not &quot;%1&quot;.</source>
        <translation>--undo-after 只接受 5 到 3600 的秒数，不接受“%1”。</translation>
    </message>
    <message>
        <source>There is one argument too many: &quot;%1&quot;.</source>
        <translation>多了一个参数：“%1”。</translation>
    </message>
    <message>
        <source>relay-test needs the address to ask, for example 192.0.2.25:25.</source>
        <translation>relay-test 需要要询问的地址，例如 192.0.2.25:25。</translation>
    </message>
    <message>
        <source>Name a host: one of the console&apos;s own list, or any ssh destination such as admin@mail.example.net.</source>
        <translation>请指定主机：控制台列表中的一台，或任意 ssh 目标，例如 admin@mail.example.net。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host name.</source>
        <translation>“%1”不是主机名。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>gatepostctl: what the Gatepost console does, for scripts

  gatepostctl pull HOST [--out DIR]
      Bring the host&apos;s whole mail state in one round trip.
  gatepostctl verdict HOST | --config-dir DIR
      Say from the configuration who may relay, and which line decides.
  gatepostctl relay-test ADDRESS[:PORT] [--via HOST] [--own-domain DOMAIN]
      Ask the mail server itself, up to RCPT and no further.
  gatepostctl queue HOST [--filter TEXT]
      List the mail queue and count it by recipient domain.
  gatepostctl harden HOST --layer relay [--trust NETWORK | --trust-none]
                     [--apply [--undo-after SECONDS] [--via HOST]]
      Show the plan that closes the relay; with --apply carry it out, prove it by
      reading the host again and by a relay test (from this desktop, or from the
      host that --via names), and keep it. The host undoes it by itself when
      anything fails.
  gatepostctl hosts
      List the hosts of the console.

HOST is a name from the console&apos;s list or any ssh destination; ~/.ssh/config counts.
  --port N  --identity FILE  --jump DEST[,DEST]  --known-hosts FILE
  --elevate none|sudo|doas   how to become root (otherwise: sudo unless root)
  --askpass PROGRAM          prints the secret for the prompt it is given; also
                             GATEPOST_ASKPASS. Without it the terminal asks.
  --accept-new               accept and remember an unknown host key
  --read-only                refuse anything that would change the host
  --json                     a document with a versioned schema on standard output

Exit status: 0 fine; 1 a finding, or a verdict of open, conditional, down or error;
2 wrong usage; 3 host not reachable or refused; 4 partial or unknown.
</source>
        <translation>gatepostctl：供脚本使用的 Gatepost 控制台功能

  gatepostctl pull HOST [--out DIR]
      一次往返取回主机的全部邮件状态。
  gatepostctl verdict HOST | --config-dir DIR
      依据配置说明谁可以中继，以及由哪一行判定。
  gatepostctl relay-test ADDRESS[:PORT] [--via HOST] [--own-domain DOMAIN]
      询问邮件服务器本身，到 RCPT 为止。
  gatepostctl queue HOST [--filter TEXT]
      列出邮件队列，并按收件人域名计数。
  gatepostctl harden HOST --layer relay [--trust NETWORK | --trust-none]
                     [--apply [--undo-after SECONDS] [--via HOST]]
      显示关闭中继的方案；加上 --apply 则执行，重新读取主机并用中继测试
      （从这台桌面，或从 --via 指定的主机）加以证明，然后保留。
      任何一步失败，主机都会自行回滚。
  gatepostctl hosts
      列出控制台中的主机。

HOST 是控制台列表中的名称或任意 ssh 目标；~/.ssh/config 同样有效。
  --port N  --identity FILE  --jump DEST[,DEST]  --known-hosts FILE
  --elevate none|sudo|doas   如何取得 root（默认：非 root 用户使用 sudo）
  --askpass PROGRAM          按所给提示输出机密内容的程序；也可用
                             GATEPOST_ASKPASS。没有它则在终端询问。
  --accept-new               接受并记住未知的主机密钥
  --read-only                拒绝任何会更改主机的操作
  --json                     在标准输出上给出带版本号的文档

退出状态：0 正常；1 有问题，或结论为 open、conditional、down 或 error；
2 用法错误；3 无法到达主机或被拒绝；4 不完整或未知。
</translation>
    </message>
    <message>
        <source>gatepostctl help lists the commands and their options.</source>
        <translation>gatepostctl help 会列出各命令及其选项。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder for --out.</source>
        <translation>无法写入 %1：%2。请为 --out 选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1: Postfix %2 on %3, %4 files, %5 command outputs</source>
        <translation>%1：Postfix %2，系统 %3，%4 个文件，%5 份命令输出</translation>
    </message>
    <message>
        <source>%1 messages in the queue</source>
        <translation>队列中有 %1 封邮件</translation>
    </message>
    <message>
        <source>by recipient domain:</source>
        <translation>按收件人域名：</translation>
    </message>
    <message>
        <source>and %1 more domains; --json lists all</source>
        <translation>以及另外 %1 个域名；--json 会全部列出</translation>
    </message>
    <message>
        <source>%1 lines of the listing were not understood and left out</source>
        <translation>列表中有 %1 行无法理解，已略去</translation>
    </message>
    <message>
        <source>%1 holds no main.cf. Name a copy of /etc/postfix.</source>
        <translation>%1 中没有 main.cf。请指定 /etc/postfix 的副本。</translation>
    </message>
    <message>
        <source>built-in default</source>
        <translation>内置默认值</translation>
    </message>
    <message>
        <source>Transcript:</source>
        <translation>对话记录：</translation>
    </message>
    <message>
        <source>  Who may send where, before and after:</source>
        <translation>  更改前后谁可以向哪里发信：</translation>
    </message>
    <message>
        <source>  Risk: %1</source>
        <translation>  风险：%1</translation>
    </message>
</context>
</TS>
