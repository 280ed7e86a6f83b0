/// The contract between bar and everybody else: topics and the version rule. It knows nothing of `core`; the bar maps one to the other.
@NullMarked
package io.plumbline.contract;

import org.jspecify.annotations.NullMarked;
