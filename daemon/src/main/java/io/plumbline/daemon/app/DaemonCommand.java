package io.plumbline.daemon.app;

import io.plumbline.daemon.homeassistant.HomeTopics;
import io.plumbline.daemon.store.DatabaseAddress;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `daemon`: runs until it is interrupted.
@Command(name = "daemon", mixinStandardHelpOptions = true, sortOptions = false, subcommands = {SyncCommand.class,
    PairCommand.class, BarsCommand.class, BrokerUserCommand.class, MosquittoCommand.class, TellCommand.class,
    AccountsCommand.class, BackupCommand.class, RestoreCommand.class, ImportCommand.class,
    ForgetCommand.class}, description = {
        "Stores what bars publish, and shows it on a dashboard.",
        "With no options it brings its own MQTT broker and its own database."}, footerHeading = "%nExamples:%n", footer = {
            "  daemon", "      broker on 1883, dashboard on http://127.0.0.1:8080/",
            "  daemon --http-port 0 --mqtt-port 0",
            "      any free ports; the addresses are printed",
            "  daemon --http-host 0.0.0.0", "      the dashboard for phones too, on https://NAME:8443/",
            "  daemon --mqtt-host 0.0.0.0", "      for paired bars in the network; 'daemon pair NAME' pairs one",
            "  daemon --broker tcp://gym.local:1883 --db postgresql://user:password@db.local/plumbline",
            "      with a broker and a database that are there already",
            "  daemon --share gym --client-id daemon-b --broker tcp://gym.local:1883 --db postgresql://user:password@db.local/plumbline",
            "      one of several daemons, each with a client id of its own, that share the work",
            "  daemon --broker tcp://homeassistant.local:1883 --home-assistant",
            "      each bar becomes a device in Home Assistant", "  daemon sync /dev/ttyACM0",
            "      what a bar without a network has measured, over a USB cable"}, exitCodeOnInvalidInput = 2, exitCodeOnExecutionException = 1)
public final class DaemonCommand implements Callable<Integer> {
  private static final int USAGE = 2;
  private static final int MAX_PORT = 65_535;
  private static final int MAX_DAYS = 36_500;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(names = "--broker", paramLabel = "URL", description = "MQTT broker to use instead of the embedded one: tcp://HOST:PORT or ssl://HOST:PORT.")
  private @Nullable String broker;

  @Option(names = "--db", scope = ScopeType.INHERIT, paramLabel = "URL", description = "Database to use: sqlite:FILE or postgresql://USER:PASSWORD@HOST:PORT/DATABASE. Default: SQLite in the data folder.")
  private @Nullable String database;

  @Option(names = "--data", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "Folder for everything that is kept. Default: $XDG_DATA_HOME/plumbline or ~/.local/share/plumbline.")
  private @Nullable String data;

  @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "8080", description = "Port of the dashboard on 127.0.0.1, 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int httpPort;

  @Option(names = "--http-host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Where phones and wall displays reach the dashboard, with TLS; 0.0.0.0 is every network. Default: ${DEFAULT-VALUE}, this computer only.")
  private String httpHost = "127.0.0.1";

  @Option(names = "--https-port", paramLabel = "PORT", description = "Port of the dashboard with TLS, 0 for any free one. Default: 8443 with --http-host, else none.")
  private @Nullable Integer httpsPort;

  @Option(names = "--mqtt-port", paramLabel = "PORT", defaultValue = "1883", description = "Port of the embedded broker, 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int mqttPort;

  @Option(names = "--mqtt-host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Where the embedded broker listens; 0.0.0.0 is every network, with TLS and for paired bars only. Default: ${DEFAULT-VALUE}.")
  private String mqttHost = "127.0.0.1";

  @Option(names = "--mqtts-port", paramLabel = "PORT", description = "Port of the embedded broker with TLS, 0 for any free one. Default: 8883 where it listens beyond loopback, else none.")
  private @Nullable Integer mqttsPort;

  @Option(names = "--local-passwords", description = "The embedded broker asks programs of this computer for a name and secret too.")
  private boolean localPasswords;

  @Option(names = "--announce", paramLabel = "NAME", description = "Announce the embedded broker with multicast DNS under this name, so that bars with broker = \"mdns\" find it. Default: 'Plumbline on' this computer where it listens beyond loopback.")
  private @Nullable String announce;

  @Option(names = "--no-announce", description = "Announce nothing.")
  private boolean noAnnounce;

  @Option(names = "--client-id", paramLabel = "ID", defaultValue = DaemonConfig.DEFAULT_CLIENT_ID, description = "Name at the broker; two daemons on one broker need two. Default: ${DEFAULT-VALUE}.")
  private String clientId = DaemonConfig.DEFAULT_CLIENT_ID;

  @Option(names = "--share", paramLabel = "NAME", description = "Share what bars publish with the other daemons of this name: each message is stored by one of them. Needs --broker, --db postgresql://… and a --client-id of each daemon's own. Off where it is not given.")
  private @Nullable String share;

  @Option(names = "--broker-ca", paramLabel = "FILE", description = "Certificate of the authority that signed that of the broker (ssl://), as PEM. Default: the authorities that Java knows.")
  private @Nullable Path brokerCa;

  @Option(names = "--trace-days", paramLabel = "DAYS", defaultValue = "0", description = "Delete the curves of reps that were received more than so many days ago; summaries stay for ever. Default: ${DEFAULT-VALUE}, which keeps all.")
  private int traceDays;

  @Option(names = "--home-assistant", arity = "0..1", paramLabel = "PREFIX", fallbackValue = HomeTopics.DEFAULT_PREFIX, description = "Announce every bar to Home Assistant as a device, at this broker; PREFIX is that of its discovery topics (default: ${FALLBACK-VALUE}). Off where it is not given, because a broker may be somebody else's too; what was announced before is then taken away.")
  private @Nullable String homePrefix;

  @Option(names = "--no-accounts", description = "Ask nobody who it is: everybody who can use this computer sees and changes everything.")
  private boolean noAccounts;

  @Option(names = "--log", paramLabel = "FORMAT", defaultValue = "text", description = "The log on standard error: 'text', a line an event, or 'json', an object an event, for what collects logs. Default: ${DEFAULT-VALUE}.")
  private String logFormat = "text";

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print every setting with its origin, and log more.")
  private boolean verbose;

  /// Runs the command as a program of its own.
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine command = new CommandLine(new DaemonCommand());
    command.setParameterExceptionHandler((error, given) -> {
      error.getCommandLine().getErr().println("daemon: " + error.getMessage() + " (see daemon --help)");
      return USAGE;
    });
    return command;
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandLine command = command();
    PrintWriter out = command.getOut();
    DaemonConfig config = config();
    DaemonLogging.install(verbose, logFormat());
    if (verbose) {
      printSettings(out, config);
    }
    Daemon daemon;
    try {
      daemon = Daemon.start(config);
    } catch (DaemonStartException e) {
      command.getErr().println("daemon: " + e.getMessage());
      command.getErr().flush();
      return USAGE;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runnable stop = () -> {
      daemon.close();
      out.println("Stopped.");
      out.flush();
      stopped.countDown();
    };
    try {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    } catch (IllegalStateException e) {
      // Asked to end while it started.
      stop.run();
      return 0;
    }
    out.println("Broker: " + daemon.brokerUri() + (config.brokerUrl() == null ? " (embedded)" : ""));
    if (!daemon.secureUri().isEmpty()) {
      out.println("Bars: " + daemon.secureUri());
    }
    out.println("Database: " + daemon.database());
    out.println("Dashboard: " + daemon.httpUri());
    if (!daemon.networkUris().isEmpty()) {
      out.println("Network: " + String.join(" ", daemon.networkUris()));
      out.println("Authority: SHA-256 " + daemon.authorityPrint());
    }
    if (daemon.setupCode() != null) {
      out.println("Set-up code: " + daemon.setupCode() + " (makes the first coach on the dashboard)");
    } else if (!config.accounts()) {
      out.println("Accounts: none; everybody who can use this computer sees and changes everything");
    }
    out.flush();
    stopped.await();
    return 0;
  }

  private DaemonLogging.Format logFormat() {
    return switch (logFormat) {
      case "text" -> DaemonLogging.Format.TEXT;
      case "json" -> DaemonLogging.Format.JSON;
      default -> throw new ParameterException(command(), "--log must be text or json, but is " + logFormat);
    };
  }

  private DaemonConfig config() {
    requirePort("--http-port", httpPort);
    requirePort("--mqtt-port", mqttPort);
    if (traceDays < 0 || traceDays > MAX_DAYS) {
      throw new ParameterException(command(), "--trace-days must be 0 to " + MAX_DAYS + ", but is " + traceDays);
    }
    if (!clientId.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}")) {
      throw new ParameterException(command(), "--client-id must be 1 to 64 letters, digits, '.', '_' or '-'");
    }
    if (share != null && !command().getParseResult().hasMatchedOption("--client-id")) {
      throw new ParameterException(command(),
          "--share needs --client-id: a name of this daemon's own at the broker, the same at each start");
    }
    if (homePrefix != null && !homePrefix.matches("[^+#/\\s][^+#\\s]{0,100}")) {
      throw new ParameterException(command(),
          "--home-assistant takes the first levels of a topic, without '+', '#' and spaces");
    }
    return new DaemonConfig(broker, database, dataFolder(), httpPort, mqttPort, clientId,
        new DaemonConfig.BrokerNetwork(mqttHost, announcedAs(), securePort(), localPasswords), traceDays, homePrefix,
        dashboard(), !noAccounts, share, brokerCa);
  }

  /// Everything that is kept.
  Path dataFolder() {
    try {
      Path folder = data == null ? defaultFolder(System.getenv()) : Path.of(data);
      return folder.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ParameterException(command(), "--data is no path: " + e.getReason(), e);
    }
  }

  /// As it was given, null for the one in the data folder.
  @Nullable
  String database() {
    return database;
  }

  /// Of a daemon that has run before.
  ///
  /// @throws IllegalArgumentException where there is none; the message is one line
  DatabaseAddress existingDatabase() {
    String given = database;
    if (given != null) {
      return DatabaseAddress.parse(given);
    }
    Path folder = dataFolder();
    if (Files.notExists(folder.resolve("plumbline.db"))) {
      throw new IllegalArgumentException(
          "there is no database in " + folder + ": start the daemon first, or give --data");
    }
    return DatabaseAddress.inFolder(folder);
  }

  boolean isVerbose() {
    return verbose;
  }

  private String announcedAs() {
    String name = announce;
    if (name != null) {
      // A label of DNS (RFC 6763, section 4.1.1).
      if (noAnnounce || broker != null || name.isBlank() || name.getBytes(StandardCharsets.UTF_8).length > 63) {
        throw new ParameterException(command(), "--announce takes a name of 1 to 63 bytes, and goes with neither"
            + " --no-announce nor --broker");
      }
      return name;
    }
    return noAnnounce || DaemonConfig.BrokerNetwork.isLoopback(mqttHost) ? "" : "Plumbline on " + computer();
  }

  private int securePort() {
    Integer given = mqttsPort;
    if (given == null) {
      return DaemonConfig.BrokerNetwork.isLoopback(mqttHost) ? -1 : DaemonConfig.BrokerNetwork.SECURE_PORT;
    }
    requirePort("--mqtts-port", given);
    return given;
  }

  private DaemonConfig.DashboardNetwork dashboard() {
    Integer given = httpsPort;
    int port = DaemonConfig.BrokerNetwork.isLoopback(httpHost) ? -1 : DaemonConfig.DashboardNetwork.SECURE_PORT;
    if (given != null) {
      requirePort("--https-port", given);
      port = given;
    }
    if (port >= 0 && noAccounts) {
      throw new ParameterException(command(),
          "--no-accounts goes with neither --http-host nor --https-port: everybody in the"
              + " network could see and change everything");
    }
    return new DaemonConfig.DashboardNetwork(httpHost, port);
  }

  private static String computer() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.length() > 40 ? name.substring(0, 40) : name;
    } catch (UnknownHostException e) {
      return "this computer";
    }
  }

  private void requirePort(String option, int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(command(), option + " must be 0 to " + MAX_PORT + ", but is " + port);
    }
  }

  static Path defaultFolder(Map<String, String> environment) {
    String base = environment.getOrDefault("XDG_DATA_HOME", "");
    // The XDG rule: a relative value is ignored.
    if (base.startsWith("/")) {
      return Path.of(base, "plumbline");
    }
    return Path.of(System.getProperty("user.home"), ".local", "share", "plumbline");
  }

  private void printSettings(PrintWriter out, DaemonConfig config) {
    out.println("Settings:");
    // URLs may hold a password: only that they were given is told here, the addresses follow once they are read.
    setting(out, "broker", config.brokerUrl() == null ? "embedded" : "external", "--broker");
    setting(out, "db", config.databaseUrl() == null ? "SQLite in the data folder" : "as given", "--db");
    out.println("  data = " + config.dataFolder() + " ("
        + (data != null ? "--data" : System.getenv("XDG_DATA_HOME") != null ? "XDG_DATA_HOME" : "default") + ")");
    setting(out, "http-port", Integer.toString(config.httpPort()), "--http-port");
    setting(out, "http-host", config.dashboard().host(), "--http-host");
    setting(out, "https-port",
        config.dashboard().securePort() < 0 ? "none" : String.valueOf(config.dashboard().securePort()), "--https-port");
    setting(out, "mqtt-port", Integer.toString(config.mqttPort()), "--mqtt-port");
    setting(out, "mqtt-host", config.network().host(), "--mqtt-host");
    setting(out, "mqtts-port",
        config.network().securePort() < 0 ? "none" : String.valueOf(config.network().securePort()),
        "--mqtts-port");
    setting(out, "local-passwords", String.valueOf(config.network().asksEverybody()), "--local-passwords");
    setting(out, "announce", config.network().announcedAs().isEmpty() ? "no" : config.network().announcedAs(),
        "--announce");
    setting(out, "client-id", config.clientId(), "--client-id");
    setting(out, "share", config.share() == null ? "no" : config.share(), "--share");
    setting(out, "broker-ca", config.brokerCa() == null ? "those that Java knows" : config.brokerCa().toString(),
        "--broker-ca");
    setting(out, "trace-days", config.traceDays() == 0 ? "0, kept for ever" : Integer.toString(config.traceDays()),
        "--trace-days");
    setting(out, "home-assistant", config.homePrefix() == null ? "no" : config.homePrefix(), "--home-assistant");
    setting(out, "log", logFormat, "--log");
    setting(out, "accounts", config.accounts() ? "yes" : "no", "--no-accounts");
    out.flush();
  }

  private void setting(PrintWriter out, String name, String value, String option) {
    boolean given = command().getParseResult().hasMatchedOption(option);
    out.println("  " + name + " = " + value + " (" + (given ? option : "default") + ")");
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command up before it is run");
    }
    return spec.commandLine();
  }
}
