/// The daemon's own certification authority and the certificate that its broker shows.
///
/// Not here: who may log in. No other package makes certificates.
@NullMarked
package io.plumbline.daemon.broker.tls;

import org.jspecify.annotations.NullMarked;
