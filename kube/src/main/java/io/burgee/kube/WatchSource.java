package io.burgee.kube;

import java.io.IOException;
import okhttp3.Call;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * The body of an HTTP watch, as fabric8 7.5 can read it.
 *
 * <p>It decodes each piece of the stream by itself, which breaks characters that are cut in two and
 * even adds zeros after those that are not, so that every object with other letters than ASCII ends
 * the watch and costs a new list. Here such characters, which in JSON are always inside strings,
 * arrive as their escapes.
 *
 * <p>It also closes a body while another thread reads from it, which Okio's buffers don't allow.
 * Here that cancels the call, and the reader closes.
 */
final class WatchSource extends ForwardingSource {
  private final Call call;
  private final Buffer raw = new Buffer();
  private boolean reading;
  private boolean closed;

  WatchSource(Source body, Call call) {
    super(body);
    this.call = call;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    while (true) {
      var end = readRaw(byteCount) == -1;
      var written = escape(sink, end);
      if (written > 0) {
        return written;
      }
      if (end) {
        return -1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      if (reading) {
        call.cancel();
        return;
      }
    }
    super.close();
  }

  private long readRaw(long byteCount) throws IOException {
    synchronized (this) {
      if (closed) {
        throw new IOException("closed");
      }
      reading = true;
    }
    try {
      return super.read(raw, byteCount);
    } finally {
      if (endRead()) {
        super.close();
      }
    }
  }

  /** Whether it was closed meanwhile. */
  private synchronized boolean endRead() {
    reading = false;
    return closed;
  }

  /** Moves all whole characters. */
  private long escape(Buffer sink, boolean end) throws IOException {
    var before = sink.size();
    while (!raw.exhausted() && (end || raw.size() >= length(raw.getByte(0)))) {
      var character = raw.getByte(0) >= 0 ? raw.readByte() : raw.readUtf8CodePoint();
      if (character < 0x80) {
        sink.writeByte(character);
      } else {
        for (var unit : Character.toChars(character)) {
          sink.writeUtf8("\\u%04x".formatted((int) unit));
        }
      }
    }
    return sink.size() - before;
  }

  /** How many bytes a character has that begins so. */
  private static int length(byte first) {
    return first >= 0 ? 1 : (first & 0xe0) == 0xc0 ? 2 : (first & 0xf0) == 0xe0 ? 3 : 4;
  }
}
