package io.plumbline.benchmarks.ingest;

/// What stores reps: the daemon, or one of the baselines.
enum Contestant {
  PLAIN_SQLITE("plain inserts into SQLite", false, false, 1),
  PLAIN_POSTGRES("plain inserts into PostgreSQL", true,
      false, 1),
  BATCH_POSTGRES("inserts in batches of 1000 into PostgreSQL", true, false,
      1000),
  DAEMON_EMBEDDED("plumbline daemon, broker and SQLite in it", false, true,
      0),
  DAEMON_SQLITE("plumbline daemon, SQLite in it", false, true,
      0),
  DAEMON_POSTGRES("plumbline daemon and PostgreSQL", true, true, 0);

  /// For people.
  final String title;
  final boolean usesPostgres;
  final boolean isDaemon;
  /// Messages a commit of a baseline.
  final int batch;

  Contestant(String title, boolean usesPostgres, boolean isDaemon, int batch) {
    this.title = title;
    this.usesPostgres = usesPostgres;
    this.isDaemon = isDaemon;
    this.batch = batch;
  }

  boolean bringsBroker() {
    return this == DAEMON_EMBEDDED;
  }

  /// What a daemon is compared with.
  Contestant baseline() {
    return usesPostgres ? PLAIN_POSTGRES : PLAIN_SQLITE;
  }
}
