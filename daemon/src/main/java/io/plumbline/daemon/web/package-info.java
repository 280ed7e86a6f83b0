/// What a browser sees: the JSON API, the stream of events, and the files of the dashboard (resources, folder `web`).
///
/// Not here: SQL and MQTT. Everything comes through the ports of `domain`; nothing here can hold up what feeds it.
@NullMarked
package io.plumbline.daemon.web;

import org.jspecify.annotations.NullMarked;
