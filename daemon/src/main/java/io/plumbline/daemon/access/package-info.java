/// Who may do what: accounts and their roles, passwords, one-time codes, sessions, the table of routes and roles, and what is written down of it.
///
/// Not here: HTTP and cookies (`web`), SQL (`store`). Nothing here keeps a password or a code in the clear for longer than one call.
@NullMarked
package io.plumbline.daemon.access;

import org.jspecify.annotations.NullMarked;
