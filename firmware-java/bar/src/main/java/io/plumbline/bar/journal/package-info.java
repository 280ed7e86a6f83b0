/// The journal: each summary is on the disk before it is sent, and is sent again until the daemon says that it has stored it. Knows files and
/// the contract, and no network.
@NullMarked
package io.plumbline.bar.journal;

import org.jspecify.annotations.NullMarked;
