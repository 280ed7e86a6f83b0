/// `./plumbline` and `./mvnw`, started as a user would.
@NullMarked
package io.plumbline.system.launcher;

import org.jspecify.annotations.NullMarked;
