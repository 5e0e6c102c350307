// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <memory>

namespace gatepost {

/// A TCP server on 127.0.0.1 with a thread of its own, for peers that behave badly. `onConnect` is
/// called for each connection; the sockets live until the server ends.
class LoopbackServer
{
public:
    explicit LoopbackServer(std::function<void(QTcpSocket&)> onConnect)
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                         [this, onConnect = std::move(onConnect)] {
                             while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                                 onConnect(*socket);
                             }
                         });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.listen(QHostAddress::LocalHost); },
            Qt::BlockingQueuedConnection);
        m_port = m_server.serverPort();
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket*>());
                m_server.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace gatepost
