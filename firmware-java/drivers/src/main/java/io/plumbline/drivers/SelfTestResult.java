package io.plumbline.drivers;

/// What a chip's self-test said.
///
/// @param passed whether it is as it should be; true also where the data sheet gives no limit
/// @param detail what was measured beside its limit, for a person
public record SelfTestResult(boolean passed, String detail) {}
