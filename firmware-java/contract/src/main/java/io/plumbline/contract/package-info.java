/// The contract between bar and everybody else: topics, ids and availability. Payloads are in `payload`, their JSON and the version rule in
/// `codec`; JSON Schema, AsyncAPI document and golden examples lie beside this package as resources.
///
/// Not here: any knowledge of `core` (the bar maps one to the other), transport, storage.
@NullMarked
package io.plumbline.contract;

import org.jspecify.annotations.NullMarked;
