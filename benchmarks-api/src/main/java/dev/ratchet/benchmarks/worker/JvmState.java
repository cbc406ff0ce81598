package dev.ratchet.benchmarks.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ResponseCache;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What all code in a JVM shares, as far as it is cheap to look at.
 *
 * <p>A program that changes it could keep answers for a repeated input, tell its next copy that it
 * was here, or make the other version slow. What is not here (security providers, loggers, beans,
 * interned strings, files) is left to the counts, which are taken again in other orders.
 */
final class JvmState {
  static final byte NOTHING = 0;
  static final byte PROPERTIES = 1;
  static final byte LOCALE = 2;
  static final byte TIME_ZONE = 3;
  static final byte STREAMS = 4;
  static final byte HANDLERS = 5;
  static final byte THREAD = 6;
  static final byte THREADS = 7;

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private final Properties properties = System.getProperties();
  private final Map<Object, Object> content = new HashMap<>(properties);
  private final Object[] locales = locales();
  private final TimeZone zone = TimeZone.getDefault();
  private final Object[] streams = {System.in, System.out, System.err};
  private final @Nullable Object[] handlers = handlers();
  private final String name = Thread.currentThread().getName();
  private final int priority = Thread.currentThread().getPriority();
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final long started = BEAN.getTotalStartedThreadCount();

  private static Object[] locales() {
    return new Object[] {
      Locale.getDefault(),
      Locale.getDefault(Locale.Category.DISPLAY),
      Locale.getDefault(Locale.Category.FORMAT)
    };
  }

  private static @Nullable Object[] handlers() {
    return new @Nullable Object[] {
      Thread.getDefaultUncaughtExceptionHandler(),
      Thread.currentThread().getUncaughtExceptionHandler(),
      CookieHandler.getDefault(),
      Authenticator.getDefault(),
      ResponseCache.getDefault()
    };
  }

  /** Returns what has changed since; threads only where their work would be missed. */
  byte change(boolean isTimed) {
    if (System.getProperties() != properties || !content.equals(properties)) {
      return PROPERTIES;
    }
    if (!same(locales, locales())) {
      return LOCALE;
    }
    TimeZone now = TimeZone.getDefault();
    if (now.getClass() != zone.getClass() || !now.equals(zone)) {
      return TIME_ZONE;
    }
    if (!same(streams, new Object[] {System.in, System.out, System.err})) {
      return STREAMS;
    }
    if (!same(handlers, handlers())) {
      return HANDLERS;
    }
    if (isThreadChanged()) {
      return THREAD;
    }
    return isTimed && BEAN.getTotalStartedThreadCount() != started ? THREADS : NOTHING;
  }

  /** Interruption is taken back: it is a way of saying no more, and nobody waits here. */
  private boolean isThreadChanged() {
    Thread thread = Thread.currentThread();
    return Thread.interrupted()
        || !thread.getName().equals(name)
        || thread.getPriority() != priority
        || thread.getContextClassLoader() != loader;
  }

  /** By identity, so that no code of the program is asked. */
  private static boolean same(@Nullable Object[] one, @Nullable Object[] other) {
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    return true;
  }
}
