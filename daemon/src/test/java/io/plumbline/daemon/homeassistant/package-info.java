/// What is announced and told, held against Home Assistant's own rules.
@NullMarked
package io.plumbline.daemon.homeassistant;

import org.jspecify.annotations.NullMarked;
