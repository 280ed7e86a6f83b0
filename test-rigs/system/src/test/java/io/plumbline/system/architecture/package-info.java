/// Who may use whom, over the classes of all modules; the fixtures below it break every rule once.
@NullMarked
package io.plumbline.system.architecture;

import org.jspecify.annotations.NullMarked;
