package io.plumbline.contract.payload;

/// A JSON payload of the contract. Its wire form starts with `contract` (the version) and `type` (which of these it is).
public sealed interface Payload
    permits Info, State, Live, RepSummary, SetSummary, Trace, Cue, Guidance, Quality, Ack, Command, CommandResult {}
