/// What Home Assistant gets to know of the bars: a device each with its entities, by MQTT discovery, and events.
///
/// Here: what is announced and told, as values ([io.plumbline.daemon.homeassistant.Discovery], [io.plumbline.daemon.homeassistant.HomeEvents]), and when
/// ([io.plumbline.daemon.homeassistant.HomeAssistant]). Not here: MQTT itself (`ingest`), and anything that Home Assistant could work out from the bars' own topics.
@NullMarked
package io.plumbline.daemon.homeassistant;

import org.jspecify.annotations.NullMarked;
