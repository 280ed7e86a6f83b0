/// Tests of the whole house: its rules, its launcher, its programs together. All of them are in the test sources.
///
/// Not here: tests of one module, which live beside it; anything that another module could use.
@NullMarked
package io.plumbline.system;

import org.jspecify.annotations.NullMarked;
