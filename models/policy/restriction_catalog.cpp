// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/restriction_catalog.h"

#include <QHash>

namespace gatepost {

namespace {

using Kind = RestrictionKind;

const QHash<QByteArray, Restriction>& catalogue()
{
    static const QHash<QByteArray, Restriction> entries = [] {
        QHash<QByteArray, Restriction> map{
            {"permit", {Kind::Permit, false}},
            {"reject", {Kind::Reject, false}},
            {"defer", {Kind::Defer, false}},
            {"defer_if_permit", {Kind::DeferIfPermit, false}},
            {"warn_if_reject", {Kind::WarnIfReject, false}},
            {"permit_mynetworks", {Kind::Mynetworks, false}},
            {"permit_inet_interfaces", {Kind::OwnInterfaces, false}},
            {"permit_sasl_authenticated", {Kind::SignedIn, false}},
            {"permit_auth_destination", {Kind::OwnDestination, false}},
            {"reject_unauth_destination", {Kind::ForeignReject, false}},
            {"defer_unauth_destination", {Kind::ForeignDefer, false}},
            // Gone in Postfix 3.9, where it is answered with 451. Before that it lets in clients
            // whose verified name is in relay_domains, which no stranger's is.
            {"check_relay_domains", {Kind::ForeignReject, false}},
            {"check_client_access", {Kind::ClientTable, true}},
            {"check_helo_access", {Kind::HeloTable, true}},
            {"check_sender_access", {Kind::SenderTable, true}},
            {"check_recipient_access", {Kind::RecipientTable, true}},
            {"check_sasl_access", {Kind::LoginTable, true}},
            {"check_ccert_access", {Kind::CertTable, true}},
            {"permit_tls_clientcerts", {Kind::KnownCert, false}},
            {"permit_tls_all_clientcerts", {Kind::AnyCert, false}},
            {"check_policy_service", {Kind::PolicyService, true}},
            {"permit_naked_ip_address", {Kind::NumericHelo, false}},
            {"permit_mx_backup", {Kind::BackupMx, false}},
            // At RCPT these permit recipients that the host serves anyway, and no others.
            {"permit_dnswl_client", {Kind::Careful, true}},
            {"permit_rhswl_client", {Kind::Careful, true}},
            {"sleep", {Kind::Careful, true}},
        };
        for (const char* name : {"defer_if_reject",
                                 "reject_plaintext_session",
                                 "reject_unauth_pipelining",
                                 "reject_unknown_client_hostname",
                                 "reject_unknown_client",
                                 "reject_unknown_reverse_client_hostname",
                                 "reject_maps_rbl",
                                 "reject_invalid_helo_hostname",
                                 "reject_invalid_hostname",
                                 "reject_non_fqdn_helo_hostname",
                                 "reject_non_fqdn_hostname",
                                 "reject_unknown_helo_hostname",
                                 "reject_unknown_hostname",
                                 "reject_unknown_sender_domain",
                                 "reject_unknown_address",
                                 "reject_non_fqdn_sender",
                                 "reject_unverified_sender",
                                 "reject_unlisted_sender",
                                 "reject_sender_login_mismatch",
                                 "reject_authenticated_sender_login_mismatch",
                                 "reject_unauthenticated_sender_login_mismatch",
                                 "reject_known_sender_login_mismatch",
                                 "reject_unknown_recipient_domain",
                                 "reject_non_fqdn_recipient",
                                 "reject_unverified_recipient",
                                 "reject_unlisted_recipient",
                                 "check_recipient_maps",
                                 "reject_multi_recipient_bounce"}) {
            map.insert(name, {Kind::Careful, false});
        }
        for (const char* name :
             {"reject_rbl_client", "reject_rbl", "reject_rhsbl_client", "reject_rhsbl_helo",
              "reject_rhsbl_sender", "reject_rhsbl_recipient", "reject_rhsbl_reverse_client"}) {
            map.insert(name, {Kind::Careful, true});
        }
        // Tables by names that strangers choose in their own DNS: Postfix answers OK with 451.
        for (const char* subject :
             {"client", "reverse_client_hostname", "helo", "sender", "recipient"}) {
            for (const char* record : {"_ns_access", "_mx_access", "_a_access"}) {
                map.insert(QByteArray("check_") + subject + record, {Kind::Careful, true});
            }
        }
        map.insert("check_reverse_client_hostname_access", {Kind::Careful, true});
        return map;
    }();
    return entries;
}

} // namespace

Restriction findRestriction(const QByteArray& name)
{
    return catalogue().value(name.toLower());
}

} // namespace gatepost
