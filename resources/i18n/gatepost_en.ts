<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gatepost::ApplyDialog</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is backed up; the new file is checked beside the old one first.</source>
        <translation>
            <numerusform>%1 is backed up; the new file is checked beside the old one first.</numerusform>
            <numerusform>%1 are backed up; the new files are checked beside the old ones first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unless you keep the change within %n s, the host undoes it by itself, also when this desktop is gone.</source>
        <translation>
            <numerusform>Unless you keep the change within %n s, the host undoes it by itself, also when this desktop is gone.</numerusform>
            <numerusform>Unless you keep the change within %n s, the host undoes it by itself, also when this desktop is gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::ConfigurationPage</name>
    <message numerus="yes">
        <source>%n secret(s) stay on the host</source>
        <translation>
            <numerusform>%n secret stays on the host</numerusform>
            <numerusform>%n secrets stay on the host</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n line(s).</source>
        <translation>
            <numerusform>It has %n line.</numerusform>
            <numerusform>It has %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HardeningPage</name>
    <message numerus="yes">
        <source>A backup is made first. Unconfirmed after %n s, the host undoes it by itself.</source>
        <translation>
            <numerusform>A backup is made first. Unconfirmed after %n s, the host undoes it by itself.</numerusform>
            <numerusform>A backup is made first. Unconfirmed after %n s, the host undoes it by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HeatModel</name>
    <message numerus="yes">
        <source>%1: %n message(s)</source>
        <translation>
            <numerusform>%1: %n message</numerusform>
            <numerusform>%1: %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HostHeader</name>
    <message numerus="yes">
        <source>pulled %n min ago</source>
        <translation>
            <numerusform>pulled %n min ago</numerusform>
            <numerusform>pulled %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pulled %n h ago</source>
        <translation>
            <numerusform>pulled %n h ago</numerusform>
            <numerusform>pulled %n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HostPresenter</name>
    <message numerus="yes">
        <source>%n change(s) ready</source>
        <translation>
            <numerusform>%n change ready</numerusform>
            <numerusform>%n changes ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::HostRowModel</name>
    <message numerus="yes">
        <source>%1, %2, %3, %n serious finding(s)</source>
        <translation>
            <numerusform>%1, %2, %3, %n serious finding</numerusform>
            <numerusform>%1, %2, %3, %n serious findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::ImportDialog</name>
    <message numerus="yes">
        <source>%n host(s) in %1. The file itself is not changed.</source>
        <translation>
            <numerusform>%n host in %1. The file itself is not changed.</numerusform>
            <numerusform>%n hosts in %1. The file itself is not changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n host(s)</source>
        <translation>
            <numerusform>Import %n host</numerusform>
            <numerusform>Import %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::OverviewPage</name>
    <message numerus="yes">
        <source>%n service(s) to close</source>
        <translation>
            <numerusform>%n service to close</numerusform>
            <numerusform>%n services to close</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::PlanView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::QueueDetails</name>
    <message numerus="yes">
        <source>%1 (%n byte(s))</source>
        <translation>
            <numerusform>%1 (%n byte)</numerusform>
            <numerusform>%1 (%n bytes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>%n message selected</numerusform>
            <numerusform>%n messages selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::QueuePage</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are in the queue, none holds all the words.</source>
        <translation>
            <numerusform>%n message is in the queue; it does not hold all the words.</numerusform>
            <numerusform>%n messages are in the queue, none holds all the words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::TestsPage</name>
    <message numerus="yes">
        <source>%n form(s) accepted for the outside</source>
        <translation>
            <numerusform>%n form accepted for the outside</numerusform>
            <numerusform>%n forms accepted for the outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatepost::TransactionPanel</name>
    <message numerus="yes">
        <source>The change is in place on %1. Keep it? The host undoes it in %n s</source>
        <translation>
            <numerusform>The change is in place on %1. Keep it? The host undoes it in %n s</numerusform>
            <numerusform>The change is in place on %1. Keep it? The host undoes it in %n s</numerusform>
        </translation>
    </message>
</context>
</TS>
