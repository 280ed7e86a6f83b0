/// The daemon's own certification authority and the certificate that its broker shows.
///
/// Not here: who may log in. The only package that knows BouncyCastle.
@NullMarked
package io.plumbline.daemon.broker.tls;

import org.jspecify.annotations.NullMarked;
