package io.plumbline.bar.config;

/// The table `[link]`. Only what it says is looked at, not the files that it names, because a configuration is also read where they are not.
final class LinkSection {
  private static final String FILE = "[^\\p{Cntrl}]*";
  private static final String FILE_RULE = "a file, or \"\" for none";

  private LinkSection() {}

  static BarConfig.Link read(Section section) throws ConfigException {
    String broker = section.text("broker", BrokerText::problem);
    String ca = section.text("tls_ca", FILE, FILE_RULE);
    String certificate = section.text("tls_certificate", FILE, FILE_RULE);
    String key = section.text("tls_key", FILE, FILE_RULE);
    String user = section.text("user", "[^\\p{Cntrl}]{0,256}", "a name, or \"\" for none");
    String secrets = section.text("secrets", "[^\\p{Cntrl}]+", "a file");
    String serialPort = section.text("serial_port", "(/[^\\p{Cntrl}]+)?",
        "a device from the root on, like /dev/ttyGS0, or \"\" for none");
    section.forbid("password", "must not stand here, where others may read it: it goes to the file of link.secrets");
    section.refuseUnknown();
    if (key.isEmpty() && !certificate.isEmpty()) {
      throw section.refuse("tls_certificate", "needs its private key: name the file in link.tls_key");
    }
    if (certificate.isEmpty() && !key.isEmpty()) {
      throw section.refuse("tls_key",
          "needs the certificate that it belongs to: name the file in link.tls_certificate");
    }
    return new BarConfig.Link(broker, ca, certificate, key, user, secrets, serialPort);
  }
}
