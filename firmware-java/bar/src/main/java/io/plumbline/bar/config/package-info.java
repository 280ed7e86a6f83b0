/// What a person can set about a bar: its chips and where they are wired, the sampling loop, the load cells, the black box, the way to the broker. TOML in, one
/// immutable record out, each value with its origin.
///
/// Not here: what the settings do; secrets, and the files that settings name.
@NullMarked
package io.plumbline.bar.config;

import org.jspecify.annotations.NullMarked;
