package io.plumbline.daemon.access;

import io.plumbline.daemon.domain.StoreException;

/// Where everything is written down that somebody may have to answer for. Lines are only added. For whoever exports, deletes or pairs.
public interface AuditTrail {
  void add(AuditEntry entry) throws StoreException;
}
