/// Payload records to JSON bytes and back, and the version rule. Hostile bytes end in [ContractException] and in nothing else.
///
/// Not here: topics, transport, and any knowledge of what the numbers mean.
@NullMarked
package io.plumbline.contract.codec;

import org.jspecify.annotations.NullMarked;
