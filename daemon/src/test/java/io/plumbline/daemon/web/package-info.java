@NullMarked
package io.plumbline.daemon.web;

import org.jspecify.annotations.NullMarked;
