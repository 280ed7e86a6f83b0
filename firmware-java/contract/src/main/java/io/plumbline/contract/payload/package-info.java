/// What goes over MQTT, one immutable record a payload. Every number carries its unit as the last word of its name; a value that is not known
/// is `null`, never a guess. Records check themselves: one that exists is valid.
///
/// Not here: how a payload becomes bytes (`codec`), where it is published ([io.plumbline.contract.Topics]), how a number was measured.
@NullMarked
package io.plumbline.contract.payload;

import org.jspecify.annotations.NullMarked;
