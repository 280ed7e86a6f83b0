package io.plumbline.daemon.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log. No names and no secrets: who is deleted elsewhere leaves a meaningless id here.
///
/// @param by      account that did it, null where nobody was logged in
/// @param action  an [AuditAction]'s id
/// @param subject id of the account or athlete that it was done to, null for none
/// @param address where the request came from, null for this computer's console
/// @param detail  what changed, in a few words
public record AuditEntry(Instant at, @Nullable String by, String action, @Nullable String subject,
    @Nullable String address, @Nullable String detail) {}
