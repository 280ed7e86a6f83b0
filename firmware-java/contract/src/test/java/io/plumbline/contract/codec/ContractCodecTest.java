package io.plumbline.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.contract.payload.Ack;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractCodecTest {
  @Test
  void shouldReadBackWhatItWroteWhenGivenAnAck() throws ContractException {
    Ack ack = new Ack("bar-1", "j1", 3, List.of(new Ack.Hole(5, 6)));
    assertEquals(ack, new ContractCodec().decode(new ContractCodec().encode(ack)));
  }
}
