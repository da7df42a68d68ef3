package org.wordvec.compute;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file on a disk that fails, and a system that takes no bytes. */
final class FailingChannel extends FileChannel {
  private static IOException failure() {
    return new IOException("Input/output error");
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    throw failure();
  }

  @Override
  public int read(ByteBuffer target, long place) throws IOException {
    throw failure();
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    throw failure();
  }

  @Override
  public int write(ByteBuffer bytes) {
    return 0;
  }

  @Override
  public int write(ByteBuffer bytes, long place) {
    return 0;
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) {
    return 0;
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public FileChannel position(long place) {
    return this;
  }

  @Override
  public long size() throws IOException {
    throw failure();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    throw failure();
  }

  @Override
  public void force(boolean metadata) throws IOException {
    throw failure();
  }

  @Override
  public long transferTo(long place, long count, WritableByteChannel target) throws IOException {
    throw failure();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long place, long count) throws IOException {
    throw failure();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long place, long size) throws IOException {
    throw failure();
  }

  @Override
  public MemorySegment map(MapMode mode, long place, long size, Arena arena) throws IOException {
    throw new IOException("Map failed", new OutOfMemoryError("Map failed"));
  }

  @Override
  public FileLock lock(long place, long size, boolean shared) throws IOException {
    throw failure();
  }

  @Override
  public FileLock tryLock(long place, long size, boolean shared) throws IOException {
    throw failure();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    throw failure();
  }
}
