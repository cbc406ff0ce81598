package com.harbor.desk.config;

/** Reads settings of version 0. No longer used. */
final class LegacyFormat {

  String key(String line) {
    return line.substring(0, line.indexOf(':'));
  }
}
